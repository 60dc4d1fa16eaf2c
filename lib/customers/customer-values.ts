import { z } from "zod";
import { addressRule, toRegionCode } from "./address-rules";
import type { Customer } from "./schemas";

const text = z.string().max(100_000);

/** A customer as its form holds it: texts, empty where there is nothing. Says nothing about right and wrong. */
export const customerValuesSchema = z.object({
  organization: text,
  firstName: text,
  lastName: text,
  title: text,
  email: text,
  alternateEmail: text,
  phone: text,
  domain: text,
  languageCode: text,
  address: z.object({ street: text, suite: text, city: text, state: text, zip: text, country: text }),
  customFields: z.array(z.object({ key: text, value: text, withheld: z.boolean() })).max(1000),
  status: z.enum(["active", "inactive"]),
});
export type CustomerValues = z.infer<typeof customerValuesSchema>;

/** What the form of an existing customer starts with. */
export function toCustomerValues(customer: Customer): CustomerValues {
  const { address } = customer;
  return {
    organization: customer.organization,
    firstName: customer.firstName ?? "",
    lastName: customer.lastName ?? "",
    title: customer.title ?? "",
    email: customer.email ?? "",
    alternateEmail: customer.alternateEmail ?? "",
    phone: customer.phone ?? "",
    domain: customer.domain ?? "",
    languageCode: customer.languageCode ?? "",
    address: {
      street: address.street ?? "",
      suite: address.suite ?? "",
      city: address.city ?? "",
      state: toRegionCode(address.country, address.state ?? ""),
      zip: address.zip ?? "",
      country: address.country ?? "",
    },
    customFields: customer.customFields.map((field) => ({ ...field })),
    status: customer.status === "inactive" ? "inactive" : "active",
  };
}

/** What the form of a new customer starts with: language and country as this account usually has them. */
export function newCustomerValues(defaults: { languageCode: string; country: string }): CustomerValues {
  return {
    organization: "",
    firstName: "",
    lastName: "",
    title: "",
    email: "",
    alternateEmail: "",
    phone: "",
    domain: "",
    languageCode: defaults.languageCode,
    address: { street: "", suite: "", city: "", state: "", zip: "", country: defaults.country },
    customFields: [],
    status: "active",
  };
}

/**
 * An address after its country changed: what the new country does not ask for is emptied, and a state of the old
 * country's list does not stand for one of the new.
 */
export function moveAddress(address: CustomerValues["address"], country: string): CustomerValues["address"] {
  const rule = addressRule(country);
  const state = toRegionCode(country, address.state);
  const isKnown =
    rule.regions?.some(({ code }) => code === state) ?? addressRule(address.country).regions === undefined;
  return {
    ...address,
    country,
    state: rule.state === "absent" || !isKnown ? "" : state,
    zip: rule.zip === "absent" ? "" : address.zip,
  };
}
