/** Whether the customer already has a tenant at the vendor. */
export type TenantState =
  /** The cloud profile names a tenant. */
  | "existing"
  /** The customer has no tenant there yet; the order makes one. */
  | "new"
  /** The vendor knows no tenants. */
  | "none"
  /** The cloud profiles could not be read. Nothing may be guessed. */
  | "unknown";

/** Why this template, or none. Each has a sentence in the messages, under `decision`. */
export type TemplateReason =
  | "microsoft-existing-tenant"
  | "microsoft-new-tenant"
  | "microsoft-tenant-unknown"
  | "google-workspace"
  | "google-cloud"
  | "ibm"
  | "sophos"
  | "mcafee"
  | "itg"
  | "vendor-without-template";

export interface TemplateChoice {
  /** Template to fetch by id; null when there are no provisioning questions, or when the tenant must be settled first. */
  templateId: string | null;
  /** The same by vendor, for when the id is not found; null where Ion's vendor list does not have the vendor. */
  query: { vendor: "MICROSOFT" | "GOOGLE" | "IBM" | "SOPHOS"; action: "CREATE" } | null;
  reason: TemplateReason;
}

export interface TemplateQuestion {
  /** Vendor's name in any spelling, as the product shows it. */
  vendor?: string;
  /** Provider's name in any spelling: `AZURE`, `gws`, `Microsoft CSP`. */
  provider?: string;
  tenantState: TenantState;
  intent: "create";
}

/**
 * Decides which template an order for a plan is made from. A Microsoft order for a customer with a tenant never uses
 * the new-tenant template: that would make a second tenant. A vendor we don't know has no provisioning questions.
 * Source: CONTRACT.md sections 3 (vendors, provider names), 4, 5.1 and 8.15.
 */
export function chooseTemplate({
  vendor = "",
  provider = "",
  tenantState,
}: TemplateQuestion): TemplateChoice {
  const family = vendorFamily(vendor) ?? vendorFamily(provider);
  switch (family) {
    case "microsoft":
      return chooseMicrosoft(tenantState);
    case "google":
      return isGoogleCloud(`${vendor} ${provider}`)
        ? choice("provisiontemplate02", "GOOGLE", "google-cloud")
        : choice("provisiontemplate01", "GOOGLE", "google-workspace");
    case "ibm":
      return choice("provisiontemplate10", "IBM", "ibm");
    case "sophos":
      return choice("provisiontemplate40", "SOPHOS", "sophos");
    case "mcafee":
      return choice("provisiontemplate60", null, "mcafee");
    case "itg":
      return choice("provisiontemplate62", null, "itg");
    default:
      return choice(null, null, "vendor-without-template");
  }
}

function chooseMicrosoft(tenantState: TenantState): TemplateChoice {
  switch (tenantState) {
    case "existing":
      return choice("provisiontemplate38", "MICROSOFT", "microsoft-existing-tenant");
    case "new":
      return choice("provisiontemplate30", "MICROSOFT", "microsoft-new-tenant");
    default:
      return choice(null, null, "microsoft-tenant-unknown");
  }
}

type Vendor = NonNullable<TemplateChoice["query"]>["vendor"];

function choice(templateId: string | null, vendor: Vendor | null, reason: TemplateReason): TemplateChoice {
  return { templateId, query: vendor === null ? null : { vendor, action: "CREATE" }, reason };
}

const FAMILIES = [
  ["microsoft", /\b(?:microsoft|azure|nce|office ?365|m365)\b/i],
  ["google", /\b(?:google|gcp|gws|gsuite|g suite)\b/i],
  ["ibm", /\bibm\b/i],
  ["sophos", /\bsophos?\b/i],
  ["mcafee", /\b(?:mcafee|trellix)\b/i],
  ["itg", /\b(?:itg|itgenius)\b/i],
] as const;

function vendorFamily(text: string): (typeof FAMILIES)[number][0] | undefined {
  const words = text.replace(/[_./-]+/g, " ");
  return FAMILIES.find(([, pattern]) => pattern.test(words))?.[0];
}

function isGoogleCloud(text: string): boolean {
  return /\bgcp\b|cloud platform|google[ _-]cloud\b/i.test(text);
}
