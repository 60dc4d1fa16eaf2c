import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { standardErrorBody } from "./testing/answers/errors";
import { A, startTestEmulator, type TestEmulator } from "./testing/test-emulator";

let ion: TestEmulator;
beforeAll(async () => {
  ion = await startTestEmulator();
});
afterAll(() => ion.close());

/** CONTRACT.md section 5.1. */
const TITLES: Record<string, string> = {
  "01": "Google Workspace Create Order",
  "02": "Google Cloud Platform Create",
  "03": "Google Upgrade/Downgrade Subscription",
  "04": "Google Manage Entitlement",
  "05": "Manage Renewal Settings",
  "06": "Google Suspend",
  "07": "Google Activate",
  "10": "IBM Create Order",
  "11": "IBM Upgrade & Buymore subscription",
  "12": "IBM Enable/Disable Auto Renew",
  "13": "IBM Reactivate expired subscription",
  "30": "Microsoft create",
  "33": "Microsoft Modify & Manage Subscription",
  "34": "Microsoft Change Subscription plan",
  "35": "Microsoft Users & License(Add user)",
  "36": "Microsoft Users & License Update",
  "37": "Microsoft Users & License(Role Change)",
  "38": "Microsoft Add New Subscription",
  "40": "Sophos create",
  "41": "Sophos Manage Accounts",
  "42": "Sophos Manage Products",
  "43": "Google Workspace Transfer Order",
  "53": "Microsoft Modify Subscription",
  "54": "Microsoft Change Subscription",
  "55": "Microsoft Manage Renewal Settings",
  "56": "Microsoft Cancel",
  "57": "Microsoft Pause",
  "58": "Microsoft Resume",
  "60": "McAfee create",
  "61": "McAfee Manage Products",
  "62": "ITG Create",
  "63": "ITG Update",
  "67": "Itgenius Modify Subscription",
};

const text = z.strictObject({ type: z.literal("string"), description: z.string() });
/** The raw shape of section 5.2, defects included. */
const template = (items: z.ZodType, quantityType: z.ZodType) =>
  z.strictObject({
    id: z.string().regex(/^provisiontemplate\d\d$/),
    schema: z.literal("https://json-schema.org/draft/1234-12/schema"),
    title: z.string(),
    description: z.string(),
    type: z.literal("object"),
    properties: z.strictObject({
      referenceId: text,
      displayName: text,
      orderItems: z.strictObject({ type: z.literal("array"), items }),
    }),
    defs: z.strictObject({
      orderItems: z.strictObject({
        type: z.literal("object"),
        description: z.string(),
        required: z.array(z.string()),
        properties: z.looseObject({
          productId: text,
          quantity: z.strictObject({ type: quantityType, description: z.string() }),
          attributes: z.strictObject({
            type: z.literal("array"),
            description: z.string(),
            items: z.strictObject({ ref: z.literal("#/$defs/attributes") }),
          }),
        }),
      }),
      attributes: z.strictObject({
        type: z.literal("object"),
        description: z.string(),
        required: z.tuple([z.literal("name"), z.literal("value")]),
        properties: z.strictObject({
          name: z.strictObject({ type: z.literal("string"), enum: z.array(z.string()).min(1) }),
          value: text,
        }),
      }),
    }),
  });

const byId = z.strictObject({
  provisioningReference: template(
    z.strictObject({ ref: z.literal("#/$defs/orderItems") }),
    z.literal("integer"),
  ),
});
const listed = template(z.literal("#/$defs/orderItems"), z.literal(1));
const listBody = z.strictObject({ provisioningReferences: z.strictObject({ refs: z.array(listed) }) });

describe("by id", () => {
  test.each(Object.entries(TITLES))("provisiontemplate%s is %s", async (number, title) => {
    const reply = await ion.get(`${A}/provisionTemplates/provisiontemplate${number}`);
    const { provisioningReference } = byId.parse(reply.body);
    expect([provisioningReference.id, provisioningReference.title]).toEqual([
      `provisiontemplate${number}`,
      title,
    ]);
    expect(provisioningReference.defs.orderItems.required).not.toContain("vendor");
  });

  test("in every spelling of the id", async () => {
    const plain = await ion.get(`${A}/provisionTemplates/provisiontemplate30`);
    for (const id of ["provisioningtemplate30", "provisioningTemplate30", "ProvisionTemplate30"]) {
      expect((await ion.get(`${A}/provisionTemplates/${id}`)).body).toEqual(plain.body);
    }
  });

  test("the guide's sample of template 01 offers its attribute names", async () => {
    const { provisioningReference } = byId.parse(
      (await ion.get(`${A}/provisionTemplates/provisiontemplate01`)).body,
    );
    expect(provisioningReference.defs.attributes.properties.name.enum).toEqual([
      "alternateEmail",
      "customerDomain",
      "userName",
      "billingAccount",
    ]);
  });

  test("an unknown id is a 404", async () => {
    for (const id of ["provisiontemplate99", "template30", "30"]) {
      const reply = await ion.get(`${A}/provisionTemplates/${id}`);
      expect(reply.status).toBe(404);
      standardErrorBody.parse(reply.body);
    }
  });
});

describe("by vendor, provider and action", () => {
  const titles = async (query: string) =>
    listBody
      .parse((await ion.get(`${A}/provisionTemplates?${query}`)).body)
      .provisioningReferences.refs.map((one) => one.title);

  test("serves the list form with its defects: bare string items, type 1, vendor required", async () => {
    const reply = await ion.get(`${A}/provisionTemplates?vendor=MICROSOFT`);
    const { refs } = listBody.parse(reply.body).provisioningReferences;
    expect(refs).toHaveLength(13);
    expect(refs[0]?.defs.orderItems.required).toEqual(expect.arrayContaining(["vendor", "providerName"]));
  });

  test("filters", async () => {
    expect(await titles("vendor=MICROSOFT&action=CREATE")).toEqual([
      "Microsoft create",
      "Microsoft Add New Subscription",
    ]);
    expect(await titles("vendor=GOOGLE&provider=gcp")).toEqual([
      "Google Cloud Platform Create",
      "Google Manage Entitlement",
    ]);
    expect(await titles("vendor=sophos&action=update")).toEqual([
      "Sophos Manage Accounts",
      "Sophos Manage Products",
    ]);
    expect(await titles("vendor=GOOGLE&provider=nce")).toEqual([]);
  });

  test("exactly one match comes as a single provisioningReference", async () => {
    const reply = await ion.get(`${A}/provisionTemplates?vendor=IBM&action=CREATE`);
    expect(
      z.strictObject({ provisioningReference: listed }).parse(reply.body).provisioningReference.title,
    ).toBe("IBM Create Order");
  });

  test("without a vendor, with an unknown vendor or action it is a 400", async () => {
    for (const query of [
      "",
      "?action=CREATE",
      "?vendor=MCAFEE",
      "?vendor=ACME",
      "?vendor=IBM&action=DELETE",
    ]) {
      expect((await ion.get(`${A}/provisionTemplates${query}`)).status).toBe(400);
    }
  });
});
