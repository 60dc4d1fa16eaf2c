import type { CloudProfile } from "./schemas";

/** Whether a customer already has a tenant at a provider. "none": the provider knows no tenants. */
export type TenantState = "existing" | "new" | "none" | "unknown";

/** Why; each has a sentence in the messages, under `customers.tenant.reasons`. */
export type TenantReason =
  /** existing: the provider's profile names a tenant. */
  | "tenant-in-profile"
  /** existing: another profile of the same vendor names one, for example the older Azure program. */
  | "tenant-at-other-program"
  /** existing: no profile names a tenant, but the customer has a subscription there. */
  | "subscription-at-provider"
  /** new: the profile is there and names none. */
  | "no-tenant-in-profile"
  /** new, to be confirmed: the profile is switched off, so Ion may not know. */
  | "profile-disabled"
  /** new, to be confirmed: Ion lists no profile for this provider. */
  | "profile-missing"
  /** none. */
  | "provider-without-tenants"
  /** unknown: the profiles could not be read. */
  | "profiles-unread";

export type TenantDecision = {
  state: TenantState;
  reason: TenantReason;
  /** Ion's silence is no proof: a person has to say that there really is no tenant, since an order would make a second. */
  needsConfirmation: boolean;
  tenantId: string | null;
  domain: string | null;
};

/** A provider as the catalog or an order names it; any part may be missing. */
export type ProviderHint = {
  /** Last segment of `accounts/{a}/cloudProviders/{n}`. Ids differ between installations. */
  providerId?: string | null;
  /** Vendor or provider name in any spelling: "Microsoft", "AZURE", "gws". */
  name?: string | null;
};

/**
 * Decides from the cloud profiles whether an order makes a new tenant or adds to one. `profiles` is null when they
 * could not be read: then nothing is guessed. `hasSubscription` tells of any subscription the customer has at that
 * provider. Source: CONTRACT.md sections 2.2 and 8.15.
 */
export function tenantState(
  profiles: readonly CloudProfile[] | null,
  provider: ProviderHint,
  evidence: { hasSubscription?: boolean } = {},
): TenantDecision {
  const own = profiles?.find((profile) => provider.providerId && profile.providerId === provider.providerId);
  const vendor = tenantVendor(provider.name) ?? tenantVendor(own && nameOf(own));
  if (vendor === undefined) return decision("none", "provider-without-tenants");
  if (profiles === null) return decision("unknown", "profiles-unread");

  const sameVendor = profiles.filter((profile) => tenantVendor(nameOf(profile)) === vendor);
  const profile = own ?? sameVendor.find((candidate) => candidate.enabled) ?? sameVendor[0];
  if (profile && hasTenant(profile)) return decision("existing", "tenant-in-profile", profile);
  const elsewhere = sameVendor.find(hasTenant);
  if (elsewhere) return decision("existing", "tenant-at-other-program", elsewhere);
  if (evidence.hasSubscription) return decision("existing", "subscription-at-provider");
  if (!profile) return { ...decision("new", "profile-missing"), needsConfirmation: true };
  if (!profile.enabled) return { ...decision("new", "profile-disabled"), needsConfirmation: true };
  return decision("new", "no-tenant-in-profile");
}

function decision(state: TenantState, reason: TenantReason, profile?: CloudProfile): TenantDecision {
  return {
    state,
    reason,
    needsConfirmation: false,
    tenantId: profile?.tenantId ?? null,
    domain: profile?.domain ?? null,
  };
}

function hasTenant(profile: CloudProfile): boolean {
  return profile.tenantId !== null;
}

function nameOf(profile: CloudProfile): string {
  return `${profile.shortName ?? ""} ${profile.displayName ?? ""}`;
}

const TENANT_VENDORS = [
  ["microsoft", /\b(?:microsoft|azure|nce|office ?365|m365)\b/i],
  ["google-cloud", /\b(?:gcp|google cloud)\b/i],
  ["google-workspace", /\b(?:google|gws|g ?suite)\b/i],
] as const;

/** The vendor whose products live in a tenant of the customer, or undefined for all others. */
function tenantVendor(name: string | null | undefined): (typeof TENANT_VENDORS)[number][0] | undefined {
  const words = (name ?? "").replace(/[_./:-]+/g, " ");
  return TENANT_VENDORS.find(([, pattern]) => pattern.test(words))?.[0];
}
