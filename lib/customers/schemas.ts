import { z } from "zod";
import { ionIdSchema } from "@/lib/ids";

/** What the screen gets of customers, and what it may ask for. No I/O: safe on both sides. */

export const CUSTOMER_STATUSES = ["active", "inactive", "unknown"] as const;
/** Ion's status; "unknown" when it sends none or one we don't know. */
export const customerStatusSchema = z.enum(CUSTOMER_STATUSES);
export type CustomerStatus = z.infer<typeof customerStatusSchema>;

export const customerRowSchema = z.object({
  id: z.string(),
  /** Never empty: without an organization it is the contact, the e-mail address or the id. */
  organization: z.string(),
  contactName: z.string().nullable(),
  email: z.string().nullable(),
  domain: z.string().nullable(),
  /** ISO 3166-1 alpha-2, as Ion holds it. */
  country: z.string().nullable(),
  status: customerStatusSchema,
  /** ISO 8601 UTC. */
  createdAt: z.string().nullable(),
});
/** A customer in a list. */
export type CustomerRow = z.infer<typeof customerRowSchema>;

export const CUSTOMER_SORTS = ["name", "-name", "created", "-created"] as const;
export type CustomerSort = (typeof CUSTOMER_SORTS)[number];

const countryCodes = z
  .string()
  .transform((text) => text.split(",").map((code) => code.trim().toUpperCase()))
  .pipe(z.array(z.string().regex(/^[A-Z]{2}$/)).max(250));

/** The questions a list of customers answers; all of it comes from the address. */
export const customerQuerySchema = z.object({
  q: z.string().trim().max(200).optional(),
  status: z.enum(["active", "inactive"]).optional(),
  /** Comma-separated ISO codes; a customer in any of them counts. */
  country: countryCodes.optional(),
  sort: z.enum(CUSTOMER_SORTS).default("name"),
  cursor: z.string().max(1000).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type CustomerQuery = z.infer<typeof customerQuerySchema>;

export const customerPageSchema = z.object({
  rows: z.array(customerRowSchema),
  /** How many match, exactly. */
  total: z.number(),
  /** How many this person may see at all. */
  unfilteredTotal: z.number(),
  /** Position of the first row among the matches, from 1; 0 when there are none. */
  from: z.number(),
  nextCursor: z.string().optional(),
  previousCursor: z.string().optional(),
  /** When Ion was asked; ISO 8601 UTC. */
  asOf: z.string(),
  /** Countries among the matches of everything but the country filter, by name in the reader's language. */
  countries: z.array(z.object({ code: z.string(), name: z.string(), count: z.number() })),
});
export type CustomerPage = z.infer<typeof customerPageSchema>;

/** One of the suggestions when somebody types a customer's name. */
export const customerOptionSchema = customerRowSchema.pick({
  id: true,
  organization: true,
  email: true,
  domain: true,
  status: true,
});
export type CustomerOption = z.infer<typeof customerOptionSchema>;
export const customerOptionsSchema = z.object({ options: z.array(customerOptionSchema) });

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
export const salesPersonSchema = z.object({ id: z.string(), name: z.string(), email: z.string() });
export type SalesPerson = z.infer<typeof salesPersonSchema>;

export const customerIdInput = z.object({ customerId: ionIdSchema });
