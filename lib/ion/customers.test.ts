import { expect, test } from "vitest";
import type { IonCall, IonTransport } from "./call";
import { createCustomers, type IonCustomerInput } from "./customers";
import { redact } from "./redact";

/** Ion with one customer whose custom fields come in the given shape; `written` is what a PUT sent. */
function ionWith(customerCustomFields: unknown) {
  const held = {
    name: "accounts/1/customers/2",
    customerOrganization: "Contoso",
    ...(customerCustomFields === undefined ? {} : { customerCustomFields }),
  };
  const written: Record<string, unknown>[] = [];
  const answer = <T>(call: IonCall<T>): T => {
    if (call.method === "PUT") written.push(call.body as Record<string, unknown>);
    return call.schema.parse(redact(held));
  };
  const transport: IonTransport = {
    call: async (call) => answer(call),
    callExposing: async (call, expose) => ({ result: answer(call), exposed: expose(held) }),
  };
  return { customers: createCustomers(transport, "1"), written };
}

const input: IonCustomerInput = {
  organization: "Contoso",
  contactName: "Jane Doe",
  email: "jane@contoso.com",
  languageCode: "en",
  address: { street: "1 Main St", city: "Reston", state: "VA", zip: "20190", country: "US" },
};

const secret = { key: "API token", value: "s3cr3t" };
const plain = { key: "Region", value: "East" };
const shapes: [string, unknown][] = [
  ["a list", [secret, plain]],
  ["a map", { "API token": "s3cr3t", Region: "East" }],
];

test.each(shapes)(
  "custom fields as %s: an update that says nothing about them keeps them all",
  async (_name, shape) => {
    const { customers, written } = ionWith(shape);
    const { raw } = await customers.get("2");
    await customers.update("2", input, { preserve: raw });
    expect(written[0]?.customerCustomFields).toEqual([secret, plain]);
  },
);

test.each(shapes)(
  "custom fields as %s: changing one keeps the value that was kept back",
  async (_name, shape) => {
    const { customers, written } = ionWith(shape);
    const { raw, customFields } = await customers.get("2");
    expect(JSON.stringify({ raw, customFields })).not.toContain("s3cr3t");
    const changed = customFields.map((field) =>
      field.key === "Region" ? { ...field, value: "West" } : field,
    );
    await customers.update("2", { ...input, customFields: changed }, { preserve: raw });
    expect(written[0]?.customerCustomFields).toHaveLength(2);
    expect(written[0]?.customerCustomFields).toEqual(
      expect.arrayContaining([secret, { key: "Region", value: "West" }]),
    );
  },
);

test("a kept-back field that was seen and left out is gone", async () => {
  const { customers, written } = ionWith([secret, plain]);
  const { raw } = await customers.get("2");
  await customers.update("2", { ...input, customFields: [plain] }, { preserve: raw });
  expect(written[0]?.customerCustomFields).toEqual([plain]);
});

test("a customer without custom fields is written without any", async () => {
  const { customers, written } = ionWith(undefined);
  const { raw } = await customers.get("2");
  await customers.update("2", input, { preserve: raw });
  expect(written[0]).not.toHaveProperty("customerCustomFields");
});
