import { describe, expect, test } from "vitest";
import { customerSchema } from "@/lib/ion/schemas/customers";
import { type CustomerValues, newCustomerValues, toCustomerValues } from "./customer-values";
import { toCustomer } from "./to-customer";
import { toChangedIonCustomer, toNewIonCustomer } from "./to-ion-customer";

const values: CustomerValues = {
  ...newCustomerValues({ languageCode: "de", country: "NL" }),
  organization: "Contoso",
  firstName: "Jane",
  lastName: "Doe",
  email: "jane@contoso.com",
  address: { street: "Damrak 1", suite: "", city: "Amsterdam", state: "", zip: "1012 JS", country: "NL" },
};

const held = customerSchema().parse({
  name: "accounts/10001/customers/42",
  customerOrganization: "Contoso",
  customerName: "Dr. Jane A. Doe",
  customerEmail: "jane@contoso.com",
  customerPhone: "031 20 555",
  customerTitle: "CTO",
  languageCode: "EN",
  customerAddress: { street: "Damrak 1", city: "Amsterdam", state: "-", zip: "1012JS", country: "nl" },
  customerCustomFields: [{ key: "Region", value: "EMEA" }, { key: "API token" }],
  customerStatus: "ACTIVE",
});

describe("a new customer for Ion", () => {
  test("empty texts are not sent, the contact's full name is", () => {
    expect(toNewIonCustomer(values)).toEqual({
      organization: "Contoso",
      contactName: "Jane Doe",
      firstName: "Jane",
      lastName: "Doe",
      email: "jane@contoso.com",
      languageCode: "de",
      address: {
        street: "Damrak 1",
        suite: null,
        city: "Amsterdam",
        state: "-",
        zip: "1012 JS",
        country: "NL",
      },
    });
  });

  test("a country without postal codes gets a dash, since Ion insists on something", () => {
    const address = { ...values.address, country: "HK", zip: "", state: "" };
    expect(toNewIonCustomer({ ...values, address }).address).toMatchObject({ state: "-", zip: "-" });
  });
});

describe("reading a customer", () => {
  test("our dash for nothing is nothing, and a full name has parts", () => {
    const customer = toCustomer(held);
    expect(customer.address.state).toBeNull();
    expect([customer.firstName, customer.lastName]).toEqual(["Dr. Jane A.", "Doe"]);
  });

  test("a custom field whose value was kept back is marked, not shown as empty", () => {
    expect(toCustomer(held).customFields).toEqual([
      { key: "Region", value: "EMEA", withheld: false },
      { key: "API token", value: "", withheld: true },
    ]);
  });
});

describe("a changed customer for Ion", () => {
  const shown = toCustomerValues(toCustomer(held));

  test("what did not change goes back as Ion holds it, and optional parts are left to it", () => {
    const input = toChangedIonCustomer(
      held,
      { ...shown, organization: "Contoso BV" },
      new Set(["organization"]),
    );
    expect(input).toEqual({
      organization: "Contoso BV",
      contactName: "Dr. Jane A. Doe",
      email: "jane@contoso.com",
      languageCode: "en",
      address: { street: "Damrak 1", city: "Amsterdam", state: "-", zip: "1012JS", country: "NL" },
    });
  });

  test("an optional text that was emptied is emptied at Ion", () => {
    expect(toChangedIonCustomer(held, { ...shown, title: "" }, new Set(["title"])).title).toBeNull();
  });

  test("a kept-back value goes back as null for the client to put in", () => {
    const { customFields } = toChangedIonCustomer(held, shown, new Set(["customFields"]));
    expect(customFields).toEqual([
      { key: "Region", value: "EMEA" },
      { key: "API token", value: null },
    ]);
  });
});
