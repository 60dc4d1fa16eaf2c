import type { IonCustomerInput } from "@/lib/ion/customers";
import type { IonCustomer } from "@/lib/ion/schemas/customers";
import { addressRule } from "./address-rules";
import type { CustomerValues } from "./customer-values";
import type { CustomerPart } from "./merge-customer";
import { NOTHING_TO_SAY } from "./to-customer";

/** A new customer as Ion is told of it. What was left empty is not sent. */
export function toNewIonCustomer(values: CustomerValues): IonCustomerInput {
  const { organization, email, languageCode, firstName, lastName } = values;
  return {
    organization,
    contactName: fullName(values),
    email,
    languageCode,
    address: toIonAddress(values.address),
    firstName,
    lastName,
    ...dropEmpty({
      phone: values.phone,
      title: values.title,
      alternateEmail: values.alternateEmail,
      domain: values.domain,
    }),
    ...(values.customFields.length > 0 ? { customFields: toIonFields(values) } : {}),
  };
}

/**
 * An existing customer with the changed parts written anew. Everything else is sent as Ion holds it, since a write
 * replaces the whole customer: optional fields that were not touched are left to the client's `preserve`.
 */
export function toChangedIonCustomer(
  current: IonCustomer,
  values: CustomerValues,
  changed: ReadonlySet<CustomerPart>,
): IonCustomerInput {
  const optional = (part: "title" | "phone" | "alternateEmail" | "domain") =>
    changed.has(part) ? { [part]: values[part] || null } : {};
  return {
    organization: changed.has("organization")
      ? values.organization
      : (current.organization ?? values.organization),
    contactName: changed.has("contact") ? fullName(values) : (current.contactName ?? fullName(values)),
    email: changed.has("email") ? values.email : (current.email ?? values.email),
    languageCode: changed.has("languageCode")
      ? values.languageCode
      : (current.languageCode ?? values.languageCode),
    address: changed.has("address") ? toIonAddress(values.address) : asHeld(current, values),
    ...(changed.has("contact") ? { firstName: values.firstName, lastName: values.lastName || null } : {}),
    ...optional("title"),
    ...optional("phone"),
    ...optional("alternateEmail"),
    ...optional("domain"),
    ...(changed.has("customFields") ? { customFields: toIonFields(values) } : {}),
    ...(changed.has("status") ? { status: values.status === "inactive" ? "INACTIVE" : "ACTIVE" } : {}),
  };
}

function fullName({ firstName, lastName }: CustomerValues): string {
  return [firstName, lastName].filter(Boolean).join(" ");
}

/** Ion insists on a state and a postal code also where a country has none. */
function toIonAddress(address: CustomerValues["address"]): IonCustomerInput["address"] {
  const rule = addressRule(address.country);
  return {
    ...address,
    suite: address.suite || null,
    state: (rule.state === "absent" ? "" : address.state) || NOTHING_TO_SAY,
    zip: (rule.zip === "absent" ? "" : address.zip) || NOTHING_TO_SAY,
  };
}

function asHeld(current: IonCustomer, values: CustomerValues): IonCustomerInput["address"] {
  const written = toIonAddress(values.address);
  const { street, city, state, zip, country } = current.address;
  return {
    street: street ?? written.street,
    city: city ?? written.city,
    state: state ?? written.state,
    zip: zip ?? written.zip,
    country: country ?? written.country,
  };
}

/** A value that was kept back from us goes back as null: the client puts in what Ion holds. */
function toIonFields({ customFields }: CustomerValues) {
  return customFields.map(({ key, value, withheld }) => ({ key, value: withheld ? null : value }));
}

function dropEmpty<T extends Record<string, string>>(fields: T): Partial<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== "")) as Partial<T>;
}
