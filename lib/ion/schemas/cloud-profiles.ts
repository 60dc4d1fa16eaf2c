import { z } from "zod";
import { code, flag, id, listBody, listOf, optionalFlag, text, texts, withRaw } from "./primitives";

const profile = withRaw(
  z.object({
    providerId: id,
    displayName: text,
    shortName: text,
    enabled: flag,
    customerTenantId: code,
    customerDomain: code,
    agreementStatus: text,
    allowDelegatedAccess: optionalFlag,
    gdapStatus: text,
    gdapLevel: text,
    gdapRoles: texts,
    billingAccounts: text,
    passRiOptimization: optionalFlag,
    discountedRiOptimization: optionalFlag,
  }),
).transform(({ customerTenantId, customerDomain, ...read }) => ({
  ...read,
  /** Not null for the Microsoft provider means the customer already has a tenant (CONTRACT.md section 2.2). */
  tenantId: customerTenantId,
  domain: customerDomain,
}));

/** What a cloud provider knows about a customer. Provider ids differ between installations: read, never hard-code. */
export type IonCloudProfile = z.output<typeof profile>;

export const cloudProfilesSchema = listBody({ customerCloudProfiles: listOf(profile) }, [
  "customerId",
  "customerOrganization",
]);
