import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { IonClient } from "@/lib/ion/client";
import { isIonError } from "@/lib/ion/errors";
import { connectEmulator } from "@/lib/ion/testing/connect-emulator";
import { findCustomerWithTenant, SAMPLE_PLAN } from "@/lib/ion/testing/microsoft-order";
import { type RunningEmulator, startEmulator } from "@/lib/ion/testing/start-emulator";
import { buildProvisioningForm, type ProvisioningForm } from "./build-provisioning-form";
import { chooseTemplate } from "./choose-template";
import { texts } from "./fixtures/messages";
import { metaSchemaErrors } from "./fixtures/meta-schema";
import { mapIonErrors } from "./ion-errors";
import type { IonAttribute } from "./to-attributes";
import { validateAttributes } from "./validate-attributes";

let emulator: RunningEmulator;
let client: IonClient;

beforeAll(async () => {
  emulator = await startEmulator({ args: ["--order-trouble", "0"] });
  ({ client } = await connectEmulator(emulator));
});

afterAll(() => emulator.stop());

// CONTRACT.md section 5.1.
const IDS = [
  ...[
    "01",
    "02",
    "03",
    "04",
    "05",
    "06",
    "07",
    "10",
    "11",
    "12",
    "13",
    "30",
    "33",
    "34",
    "35",
    "36",
    "37",
    "38",
  ],
  ...["40", "41", "42", "43", "53", "54", "55", "56", "57", "58", "60", "61", "62", "63", "67"],
];
const customer = {
  organization: "Fabrikam",
  firstName: "Ann",
  lastName: "Lee",
  email: "ann@fabrikam.example",
  phone: "5550100",
};

async function formFor(tenantState: "existing" | "new", by: "id" | "vendor"): Promise<ProvisioningForm> {
  const { templateId, query } = chooseTemplate({
    vendor: "Microsoft",
    provider: "AZURE",
    tenantState,
    intent: "create",
  });
  if (templateId === null || query === null) throw new Error("no template for Microsoft");
  const templates = await (by === "id"
    ? client.provisionTemplates.byId(templateId)
    : client.provisionTemplates.byVendor(query));
  return buildProvisioningForm({ templates, templateId, tenantState, customer, t: texts() });
}

async function customerWithoutTenant(): Promise<string> {
  const created = await client.customers.create({
    organization: "Fabrikam",
    contactName: "Ann Lee",
    email: `ann-${randomUUID()}@fabrikam.example`,
    languageCode: "en",
    address: { street: "1 Main St", city: "Reston", state: "VA", zip: "20190", country: "US" },
  });
  return created.customer.id;
}

function order(customerId: string, attributes: IonAttribute[]) {
  const referenceId = `test-${randomUUID()}`;
  const item = {
    ...SAMPLE_PLAN,
    action: "CREATE" as const,
    quantity: 2,
    attributes,
    referenceId: `${referenceId}-1`,
  };
  return client.orders.create(customerId, { referenceId, displayName: "Contract test", items: [item] });
}

describe("forms from Ion's own templates", () => {
  it.each(IDS)("can be made from template %s", async (digits) => {
    const templates = await client.provisionTemplates.byId(`provisiontemplate${digits}`);
    const form = buildProvisioningForm({ templates, tenantState: "none", t: texts() });
    expect(form.templateId).toBe(`provisiontemplate${digits}`);
    expect(metaSchemaErrors(form.schema)).toEqual([]);
    expect(Object.keys(form.schema.properties).length).toBeGreaterThan(0);
    expect(form.warnings).toEqual([]);
  });

  it.each(["id", "vendor"] as const)("are the same by id and by vendor: by %s", async (by) => {
    const form = await formFor("new", by);
    expect(form).toMatchObject({ templateId: "provisiontemplate30", warnings: [] });
    expect(form.schema.required).toHaveLength(7);
  });
});

describe("answers to them", () => {
  it("order a new tenant", async () => {
    const form = await formFor("new", "id");
    const checked = validateAttributes(form.schema, {
      ...form.initialValues,
      domainName: `fab${Date.now()}`,
    });
    if (!checked.ok) throw new Error(JSON.stringify(checked.problems));
    const placed = await order(await customerWithoutTenant(), checked.attributes);
    expect(placed.state).toBe("pending");
  });

  it("order into an existing tenant", async () => {
    const form = await formFor("existing", "vendor");
    const checked = validateAttributes(form.schema, form.initialValues);
    if (!checked.ok) throw new Error(JSON.stringify(checked.problems));
    const placed = await order(await findCustomerWithTenant(client), checked.attributes);
    expect(placed.state).toBe("pending");
  });

  it.each(["domainName", "agreementEmail"])("that lack %s are refused at that field", async (missing) => {
    const form = await formFor("new", "id");
    const checked = validateAttributes(form.schema, { ...form.initialValues, domainName: "fabrikam" });
    const attributes = (checked.ok ? checked.attributes : []).filter(({ name }) => name !== missing);
    const refusal: unknown = await order(await customerWithoutTenant(), attributes).catch(
      (error: unknown) => error,
    );
    if (!isIonError(refusal, "validation")) throw new Error("Ion did not refuse");
    const { fieldErrors } = mapIonErrors(form.schema, refusal.info.errors);
    expect(Object.keys(fieldErrors)).toEqual([missing]);
  });
});
