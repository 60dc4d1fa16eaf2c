// Customers and cloud profiles, CONTRACT.md sections 2.1 and 2.2.
import { z } from "zod";
import { digits, time } from "./primitives";

const address = z.strictObject({
  street: z.string(),
  suite: z.string().min(1).optional(),
  city: z.string(),
  state: z.string(),
  zip: z.string(),
  country: z.string().length(2),
});

const listedCustomer = z.strictObject({
  name: z.string().regex(/^accounts\/\d+\/customers\/\d+$/),
  customerOrganization: z.string(),
  customerAddress: address,
  customerName: z.string(),
  customerEmail: z.string(),
  customerPhone: z.string().min(1).optional(),
  customerTitle: z.string().min(1).optional(),
  createTime: time,
  updateTime: time,
  languageCode: z.string().length(2),
  uid: z.string(),
  customerStatus: z.enum(["ACTIVE", "INACTIVE", "CUSTOMER_STATUS_UNSPECIFIED"]),
});

export const customerList = z.strictObject({
  customers: z.array(listedCustomer),
  nextPageToken: z.string().min(1).optional(),
});

export const customerBody = listedCustomer.extend({
  alternateEmail: z.string().min(1).optional(),
  customerDomain: z.string().min(1).optional(),
  primaryContactFirstName: z.string().optional(),
  primaryContactLastName: z.string().optional(),
  customerCustomFields: z.strictObject({ key: z.string(), value: z.string() }).optional(),
});

export const newCustomerBody = customerBody.extend({
  user: z.strictObject({
    name: z.string(),
    userName: z.string(),
    email: z.string(),
    userStatus: z.literal("ACTIVE"),
    password: z.string().min(12),
    createTime: time,
    updateTime: time,
  }),
});

export const cloudProfilesBody = z.strictObject({
  customerId: digits,
  customerOrganization: z.string(),
  customerCloudProfiles: z.array(
    z.strictObject({
      providerId: digits,
      displayName: z.string(),
      shortName: z.string(),
      enabled: z.boolean(),
      customerTenantId: z.string().optional(),
      customerDomain: z.string().optional(),
      agreementStatus: z.string().optional(),
      allowDelegatedAccess: z.boolean().optional(),
      gdapStatus: z.string().optional(),
      gdapLevel: z.string().optional(),
      gdapRoles: z.array(z.string()).optional(),
      billingAccounts: z.string().optional(),
      passRiOptimization: z.boolean().optional(),
      discountedRiOptimization: z.boolean().optional(),
    }),
  ),
});
