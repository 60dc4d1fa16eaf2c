import { describe, expect, test } from "vitest";
import type { CloudProfile } from "./schemas";
import { tenantState } from "./tenant-state";

function profile(over: Partial<CloudProfile>): CloudProfile {
  return {
    providerId: "30",
    displayName: "Microsoft",
    shortName: "azure",
    enabled: true,
    tenantId: null,
    domain: null,
    agreementStatus: null,
    delegatedAccess: null,
    gdapStatus: null,
    gdapLevel: null,
    gdapRoles: [],
    billingAccounts: null,
    ...over,
  };
}

const microsoft = { providerId: "30", name: "Microsoft" };
const tenant = { tenantId: "f0e1", domain: "contoso.onmicrosoft.com" };

describe("tenant state", () => {
  test("a profile that names a tenant means it exists, and says which", () => {
    expect(tenantState([profile(tenant)], microsoft)).toEqual({
      state: "existing",
      reason: "tenant-in-profile",
      needsConfirmation: false,
      ...tenant,
    });
  });

  test.each(["AZURE", "azure", "Microsoft CSP", "accounts/1/microsoft", "NCE"])(
    "without an id the provider is found by its name: %s",
    (name) => {
      expect(tenantState([profile(tenant)], { name }).state).toBe("existing");
    },
  );

  test("a profile without a tenant means a new one", () => {
    expect(tenantState([profile({})], microsoft)).toMatchObject({
      state: "new",
      reason: "no-tenant-in-profile",
      needsConfirmation: false,
    });
  });

  test("a tenant at another Microsoft program counts: a second one must not be made", () => {
    const legacy = profile({ providerId: "3", displayName: "Microsoft Azure", ...tenant });
    expect(tenantState([profile({}), legacy], microsoft)).toMatchObject({
      state: "existing",
      reason: "tenant-at-other-program",
      tenantId: "f0e1",
    });
  });

  test("a subscription proves a tenant that the profile does not name", () => {
    expect(tenantState([profile({})], microsoft, { hasSubscription: true })).toMatchObject({
      state: "existing",
      reason: "subscription-at-provider",
    });
  });

  test("a missing or disabled profile proves nothing: a person has to confirm", () => {
    expect(tenantState([], microsoft)).toMatchObject({ reason: "profile-missing", needsConfirmation: true });
    expect(tenantState([profile({ enabled: false })], microsoft)).toMatchObject({
      state: "new",
      reason: "profile-disabled",
      needsConfirmation: true,
    });
  });

  test("profiles that could not be read are never guessed", () => {
    expect(tenantState(null, microsoft)).toMatchObject({ state: "unknown", reason: "profiles-unread" });
  });

  test("a vendor without tenants has none, read or not", () => {
    const ibm = profile({ providerId: "14", displayName: "IBM", shortName: "ibm" });
    expect(tenantState([ibm], { providerId: "14", name: "IBM" }).state).toBe("none");
    expect(tenantState(null, { name: "Sophos" }).state).toBe("none");
    expect(tenantState([profile(tenant)], {}).state).toBe("none");
  });

  test("Google Workspace and Google Cloud are two things", () => {
    const workspace = profile({
      providerId: "12",
      displayName: "Google Workspace",
      shortName: "gws",
      ...tenant,
    });
    const cloud = profile({ providerId: "2", displayName: "Google Cloud Platform", shortName: "gcp" });
    expect(tenantState([workspace, cloud], { name: "GCP" }).state).toBe("new");
    expect(tenantState([workspace, cloud], { name: "gws" }).state).toBe("existing");
  });
});
