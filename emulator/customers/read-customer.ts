import { z } from "zod";
import { type IonError, invalidRequest } from "../errors";
import { optionalText, readBody } from "../http/body";
import type { Call } from "../http/route";
import type { Customer, CustomField } from "../state/customers";

const LONGEST_TEXT = 255;

const customFields = z
  .union(
    [
      z.array(z.object({ key: z.string(), value: z.coerce.string() })),
      z.object({ key: z.string(), value: z.coerce.string() }),
      z.record(z.string(), z.coerce.string()),
    ],
    { error: "must be object" },
  )
  .nullish();

const customerRequest = z.object(
  {
    customerOrganization: optionalText,
    customerAddress: z
      .object(
        {
          street: optionalText,
          suite: optionalText,
          city: optionalText,
          state: optionalText,
          zip: optionalText,
          country: optionalText,
        },
        { error: "must be object" },
      )
      .nullish(),
    customerName: optionalText,
    customerEmail: optionalText,
    languageCode: optionalText,
    customerPhone: optionalText,
    customerTitle: optionalText,
    alternateEmail: optionalText,
    customerDomain: optionalText,
    primaryContactFirstName: optionalText,
    primaryContactLastName: optionalText,
    primaryContantFirstName: optionalText,
    primaryContantLastName: optionalText,
    customerCustomFields: customFields,
    customerStatus: z
      .enum(["ACTIVE", "INACTIVE", "CUSTOMER_STATUS_UNSPECIFIED"], {
        error: "must be equal to one of the allowed values",
      })
      .nullish(),
  },
  { error: "must be object" },
);

type CustomerRequest = z.infer<typeof customerRequest>;
/** What a caller writes of a customer; everything else is Ion's. */
export type CustomerFields = Omit<
  Customer,
  "customerId" | "accountId" | "uid" | "priceBook" | "createTime" | "updateTime"
>;

/** Checks required fields and lengths. @throws IonError 400 in the words of Ion's validator. */
export function readCustomer(call: Call, refuse: (property: string) => IonError): CustomerFields {
  const request = readBody(customerRequest, call.body());
  const text = (value: string | undefined, property: string): string => {
    if (!value?.trim()) throw refuse(property);
    if (value.length > LONGEST_TEXT)
      throw invalidRequest(`${property} must NOT have more than ${LONGEST_TEXT} characters`);
    return value;
  };
  const optional = (value: string | undefined, property: string) =>
    value ? text(value, property) : undefined;
  const address = request.customerAddress;
  if (!request.customerOrganization) throw refuse("orgName");
  if (!address) throw refuse("customerAddress");
  const email = text(request.customerEmail, "customerEmail");
  if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email))
    throw invalidRequest('customerEmail must match format "email"');
  const country = text(address.country, "country");
  if (!/^[A-Za-z]{2}$/.test(country)) throw invalidRequest('country must match pattern "^[A-Za-z]{2}$"');
  return {
    organization: text(request.customerOrganization, "customerOrganization"),
    address: {
      street: text(address.street, "street"),
      suite: optional(address.suite, "suite"),
      city: text(address.city, "city"),
      state: text(address.state, "state"),
      zip: text(address.zip, "zip"),
      country,
    },
    contactName: text(request.customerName, "customerName"),
    email,
    languageCode: text(request.languageCode, "languageCode"),
    phone: optional(request.customerPhone, "customerPhone"),
    title: optional(request.customerTitle, "customerTitle"),
    alternateEmail: optional(request.alternateEmail, "alternateEmail"),
    domain: optional(request.customerDomain, "customerDomain"),
    firstName: optional(
      request.primaryContactFirstName ?? request.primaryContantFirstName,
      "primaryContactFirstName",
    ),
    lastName: optional(
      request.primaryContactLastName ?? request.primaryContantLastName,
      "primaryContactLastName",
    ),
    customFields: toFieldList(request.customerCustomFields),
    status: request.customerStatus === "INACTIVE" ? "INACTIVE" : "ACTIVE",
  };
}

function toFieldList(fields: CustomerRequest["customerCustomFields"]): CustomField[] {
  if (!fields) return [];
  if (Array.isArray(fields)) return fields;
  const { key, value } = fields;
  if (Object.keys(fields).length === 2 && key !== undefined && value !== undefined) return [{ key, value }];
  return Object.entries(fields).map(([name, text]) => ({ key: name, value: text }));
}
