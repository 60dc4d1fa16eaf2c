import { z } from "zod";
import { customFields } from "./attributes";
import { nextPageToken } from "./paging";
import {
  code,
  enumeration,
  idIn,
  instant,
  lastSegment,
  listBody,
  listOf,
  maybe,
  text,
  withRaw,
} from "./primitives";
import { rowPageSchema } from "./row-page";

const address = z.object({ street: text, suite: text, city: text, state: text, zip: text, country: code });

const wire = z.object({
  name: text,
  uid: code,
  customerOrganization: text,
  customerAddress: maybe(address),
  customerName: text,
  customerEmail: code,
  alternateEmail: code,
  customerPhone: text,
  customerTitle: text,
  customerDomain: code,
  primaryContactFirstName: text,
  primaryContactLastName: text,
  // The guide's tables misspell these two (D25).
  primaryContantFirstName: text,
  primaryContantLastName: text,
  customerCustomFields: customFields,
  languageCode: code,
  customerStatus: enumeration,
  createTime: instant,
  updateTime: instant,
});

const customer = withRaw(wire).transform(({ raw, ...read }) => ({
  /** Null when `name` holds no resource name (D26): the caller then knows the id from the path, or looks it up. */
  id: customerIdIn(read.name),
  accountId: idIn(read.name, "accounts"),
  organization: read.customerOrganization,
  /** The contact person's full name, not the organization. */
  contactName: read.customerName,
  firstName: read.primaryContactFirstName ?? read.primaryContantFirstName,
  lastName: read.primaryContactLastName ?? read.primaryContantLastName,
  email: read.customerEmail,
  alternateEmail: read.alternateEmail,
  phone: read.customerPhone,
  title: read.customerTitle,
  domain: read.customerDomain,
  address: {
    street: read.customerAddress?.street ?? null,
    suite: read.customerAddress?.suite ?? null,
    city: read.customerAddress?.city ?? null,
    state: read.customerAddress?.state ?? null,
    zip: read.customerAddress?.zip ?? null,
    country: read.customerAddress?.country?.toUpperCase() ?? null,
  },
  /** Lower case: Ion sends both `EN` and `en`. */
  languageCode: read.languageCode?.toLowerCase() ?? null,
  state: customerState(read.customerStatus),
  status: read.customerStatus,
  customFields: read.customerCustomFields,
  uid: read.uid,
  createdAt: read.createTime,
  updatedAt: read.updateTime,
  raw,
}));

export type IonCustomerState = "active" | "inactive" | "unknown";

/** A customer of the reseller's account. `raw` keeps every field Ion sent, for the read-merge-write of an update. */
export type IonCustomer = Omit<z.output<typeof customer>, "id"> & { id: string };

/** A customer whose id is in its `name`, or the one given (the id in the path of the call). */
export function customerSchema(knownId: string | null = null) {
  return customer.transform((read, context): IonCustomer => {
    const id = read.id ?? knownId;
    if (id !== null) return { ...read, id };
    context.issues.push({
      code: "custom",
      message: "expected a customer's resource name",
      input: read,
      path: ["name"],
    });
    return z.NEVER;
  });
}

/** The answer of a create: the id may be missing from it. */
export const createdCustomerSchema = customer;

export const customersPageSchema = listBody({ customers: listOf(customerSchema()), nextPageToken });

/** The same list, read row by row. */
export const customerRowsSchema = rowPageSchema("customers", customerSchema());

function customerIdIn(name: string | null): string | null {
  const id = idIn(name, "customers");
  if (id) return id;
  // A bare number is an id; "John Doe" in the guide's samples is not.
  const last = lastSegment(name);
  return last && /^\d+$/.test(last) ? last : null;
}

function customerState(status: string | null): IonCustomerState {
  if (status === "ACTIVE") return "active";
  return status === "INACTIVE" ? "inactive" : "unknown";
}
