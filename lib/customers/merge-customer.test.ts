import { describe, expect, test } from "vitest";
import { customerFormSchema } from "./customer-form-schema";
import { type CustomerValues, newCustomerValues } from "./customer-values";
import { mergeCustomer } from "./merge-customer";

const base: CustomerValues = {
  ...newCustomerValues({ languageCode: "en", country: "CA" }),
  organization: "Contoso",
  firstName: "Jane",
  lastName: "Doe",
  email: "jane@contoso.com",
  phone: "613 555 0142",
  domain: "Contoso.com",
  address: { street: "1 Main St", suite: "", city: "Ottawa", state: "ON", zip: "k1a0b1", country: "CA" },
  customFields: [{ key: "Region", value: "East", withheld: false }],
};

describe("merging a customer", () => {
  test("nothing touched is nothing to write, whatever others did", () => {
    const current = { ...base, title: "CTO" };
    expect(mergeCustomer(base, base, current)).toEqual({
      merged: current,
      changed: new Set(),
      conflicts: [],
    });
  });

  test("changes in different parts are both kept", () => {
    const { merged, changed, conflicts } = mergeCustomer(
      base,
      { ...base, title: "CEO" },
      { ...base, email: "new@contoso.com" },
    );
    expect(merged).toEqual({ ...base, title: "CEO", email: "new@contoso.com" });
    expect([...changed]).toEqual(["title"]);
    expect(conflicts).toEqual([]);
  });

  test("the same part changed to different values is a conflict", () => {
    const mine = { ...base, firstName: "Janet" };
    const current = { ...base, lastName: "Roe" };
    expect(mergeCustomer(base, mine, current).conflicts).toEqual(["contact"]);
  });

  test("the same part changed to the same value is none, and not written again", () => {
    const both = { ...base, organization: "Contoso Ltd" };
    expect(mergeCustomer(base, both, both)).toMatchObject({ conflicts: [], changed: new Set() });
  });

  test("half an address of each is a conflict, never a mixture", () => {
    const mine = { ...base, address: { ...base.address, street: "2 Main St" } };
    const current = { ...base, address: { ...base.address, city: "Toronto" } };
    expect(mergeCustomer(base, mine, current).conflicts).toEqual(["address"]);
  });

  test("a text that was emptied is a change", () => {
    const { merged, changed } = mergeCustomer(base, { ...base, domain: "" }, base);
    expect(merged.domain).toBe("");
    expect([...changed]).toEqual(["domain"]);
  });

  test("the form's tidying of texts that nobody touched is no change", () => {
    const mine = customerFormSchema(base).parse({ ...base, title: " CEO " });
    expect([...mergeCustomer(base, mine, base).changed]).toEqual(["title"]);
    const touched = customerFormSchema(base).parse({ ...base, domain: "contoso.org" });
    expect([...mergeCustomer(base, touched, base).changed]).toEqual(["domain"]);
  });
});
