import type { Customer, CustomField } from "../state/customers";
import type { Variants } from "../variants";

export function customerName(customer: Customer): string {
  return `accounts/${customer.accountId}/customers/${customer.customerId}`;
}

/** What every customer answer holds (CONTRACT.md section 2.1). Empty fields are left out. */
function base(customer: Customer): Record<string, unknown> {
  return {
    name: customerName(customer),
    customerOrganization: customer.organization,
    customerAddress: { ...customer.address, suite: customer.address.suite || undefined },
    customerName: customer.contactName,
    customerEmail: customer.email,
    customerPhone: customer.phone || undefined,
    customerTitle: customer.title || undefined,
    createTime: customer.createTime,
    updateTime: customer.updateTime,
    languageCode: customer.languageCode,
    uid: customer.uid,
    customerStatus: customer.status,
  };
}

/** A customer in a list: without the fields that only the guide's single answers show. */
export function presentListedCustomer(customer: Customer): unknown {
  return base(customer);
}

/** Get, create and update answer the whole customer. */
export function presentCustomer(customer: Customer, variants: Variants): Record<string, unknown> {
  const part = variants.is("contact-names", "typo") ? "primaryContant" : "primaryContact";
  const body: Record<string, unknown> = {
    ...base(customer),
    alternateEmail: customer.alternateEmail || undefined,
    customerDomain: customer.domain || undefined,
    [`${part}FirstName`]: customer.firstName || undefined,
    [`${part}LastName`]: customer.lastName || undefined,
    customerCustomFields: presentCustomFields(customer.customFields, variants),
  };
  if (variants.is("zero-values", "omitted")) return body;
  const optional = ["customerPhone", "customerTitle", "alternateEmail", "customerDomain"];
  for (const key of optional) body[key] ??= "";
  return body;
}

/** One field as an object, as the guide's samples have it; an object cannot hold two, so several are a list. */
function presentCustomFields(fields: CustomField[], variants: Variants): unknown {
  const [first] = fields;
  if (!first) return undefined;
  if (variants.is("custom-fields", "map"))
    return Object.fromEntries(fields.map(({ key, value }) => [key, value]));
  return variants.is("custom-fields", "array") || fields.length > 1 ? fields : first;
}

/** The default user that comes with a new customer. A `password` exists only in the one answer that makes the customer. */
export function presentNewUser(customer: Customer, userId: string, password = ""): unknown {
  return {
    name: `${customerName(customer)}/users/${userId}`,
    userName: "DEFAULT ACCOUNT USER",
    email: customer.email,
    userStatus: "ACTIVE",
    password,
    createTime: customer.createTime,
    updateTime: customer.updateTime,
  };
}
