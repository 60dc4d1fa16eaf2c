import { type Call, json, type Route } from "../http/route";
import { type CloudProfile, listProfiles } from "../state/tenants";
import { VENDORS } from "../vendors";
import { requireCustomer } from "./customers";

const CUSTOMER = "/api/v3/accounts/:accountId/customers/:customerId";

/** One entry a provider: what the customer has there, or a bare disabled one. */
export function profilesOf(call: Call, customerId: string): CloudProfile[] {
  const own = listProfiles(call.emulator.db, customerId);
  return Object.values(VENDORS).flatMap((vendor) => {
    if (vendor.providerId === undefined) return [];
    const providerId = String(vendor.providerId);
    const profile = own.find((one) => one.providerId === providerId);
    return [
      profile ?? { providerId, displayName: vendor.displayName, shortName: vendor.shortName, enabled: false },
    ];
  });
}

function list(call: Call) {
  const customer = requireCustomer(call);
  const providerId = call.query.text("providerId");
  const enabledOnly = call.query.flag("enabledOnly");
  return json({
    customerId: customer.customerId,
    customerOrganization: customer.organization,
    customerCloudProfiles: profilesOf(call, customer.customerId)
      .filter((profile) => providerId === undefined || profile.providerId === providerId)
      .filter((profile) => !enabledOnly || profile.enabled),
  });
}

export const cloudProfileRoutes: Route[] = [
  { method: "GET", path: `${CUSTOMER}/cloudProfiles`, handle: list },
];
