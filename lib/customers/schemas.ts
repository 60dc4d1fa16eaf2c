import * as s from "@/lib/shape";

/** What the screen gets of customers, No I/O: safe on both sides. */

export const CUSTOMER_STATUSES = ["active", "inactive", "unknown"] as const;
/** Ion's status; "unknown" when it sends none or one we don't know. */
export const customerStatusSchema = s.oneOf(CUSTOMER_STATUSES);
export type CustomerStatus = s.Infer<typeof customerStatusSchema>;

/** A status as the mirror keeps it. */
export function readCustomerStatus(status: unknown): CustomerStatus {
  const read = customerStatusSchema.safeParse(status);
  return read.success ? read.data : "unknown";
}

export const customerRowSchema = s.object({
  id: s.string(),
  /** Never empty: without an organization it is the contact, the e-mail address or the id. */
  organization: s.string(),
  contactName: s.string().nullable(),
  email: s.string().nullable(),
  domain: s.string().nullable(),
  /** ISO 3166-1 alpha-2, as Ion holds it. */
  country: s.string().nullable(),
  status: customerStatusSchema,
  /** ISO 8601 UTC. */
  createdAt: s.string().nullable(),
});
/** A customer in a list. */
export type CustomerRow = s.Infer<typeof customerRowSchema>;

/** One of the suggestions when somebody types a customer's name. */
export const customerOptionSchema = customerRowSchema.pick("id", "organization", "email", "domain", "status");
export type CustomerOption = s.Infer<typeof customerOptionSchema>;
export const customerOptionsSchema = s.object({ options: s.array(customerOptionSchema) });

export type CustomerAddress = {
  street: string | null;
  suite: string | null;
  city: string | null;
  /** Short code where the country has codes (VA). Null also for our own "-", see `toCustomer`. */
  state: string | null;
  zip: string | null;
  country: string | null;
};

export type CustomField = {
  key: string;
  value: string;
  /** Its name looks like a secret's, so the value never left the server; it can't be edited here. */
  withheld: boolean;
};

/** A customer with everything its pages show. */
export type Customer = CustomerRow & {
  firstName: string | null;
  lastName: string | null;
  title: string | null;
  alternateEmail: string | null;
  phone: string | null;
  address: CustomerAddress;
  /** ISO 639-1, lower case. */
  languageCode: string | null;
  customFields: CustomField[];
  uid: string | null;
  updatedAt: string | null;
};

/** What one cloud provider knows about a customer (CONTRACT.md section 2.2). Null means that Ion does not say. */
export type CloudProfile = {
  providerId: string | null;
  displayName: string | null;
  shortName: string | null;
  enabled: boolean;
  tenantId: string | null;
  domain: string | null;
  agreementStatus: string | null;
  delegatedAccess: boolean | null;
  gdapStatus: string | null;
  gdapLevel: string | null;
  gdapRoles: string[];
  billingAccounts: string | null;
};

/** A person who sells for this account. */
export const salesPersonSchema = s.object({ id: s.string(), name: s.string(), email: s.string() });
export type SalesPerson = s.Infer<typeof salesPersonSchema>;
