import { missingProperty } from "../errors";
import { type Call, json, type Route } from "../http/route";
import { uuidOf } from "../random";
import type { Customer } from "../state/customers";
import { type CloudProfile, listProfiles } from "../state/tenants";
import { VENDORS } from "../vendors";
import { requireCustomer } from "./customers";

const CUSTOMER = "/api/v3/accounts/:accountId/customers/:customerId";

/** One entry a provider: what the customer has there, or a bare disabled one. */
function profilesOf(call: Call, customerId: string): CloudProfile[] {
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

/** The deprecated twin, for Azure only. `refresh` changes nothing here. */
function getAzure(call: Call) {
  const customer = requireCustomer(call);
  const providerId = call.query.text("providerId");
  if (providerId === undefined) throw missingProperty("providerId");
  const profile = listProfiles(call.emulator.db, customer.customerId).find(
    (one) => one.providerId === providerId,
  );
  const { address, organization, email, languageCode } = customer;
  const where = {
    addressLine1: address.street,
    city: address.city,
    state: address.state,
    postalCode: address.zip,
    country: address.country,
  };
  return json({
    id: profile?.customerTenantId,
    companyProfile: profile && {
      tenantId: profile.customerTenantId,
      domain: profile.customerDomain,
      companyName: organization,
      email,
      address: where,
    },
    billingProfile: profile && {
      id: uuidOf(`billing:${customer.customerId}`),
      email,
      culture: `${languageCode.toLowerCase()}-${address.country}`,
      language: languageCode.toLowerCase(),
      companyName: organization,
      defaultAddress: where,
    },
    customDomains: [],
    allowDelegatedAccess: profile?.allowDelegatedAccess ?? false,
    agreementStatus: profile?.agreementStatus,
    agreements: profile ? [agreementOf(customer)] : [],
  });
}

function agreementOf({ contactName, firstName, lastName, email, phone, createTime }: Customer): unknown {
  const [first = contactName, ...rest] = contactName.split(" ");
  return {
    firstName: firstName ?? first,
    lastName: lastName ?? rest.join(" "),
    email,
    phoneNumber: phone,
    templateId: "117a77b0-9360-443b-8795-c6dedc750cf9",
    dateAgreed: createTime,
    type: "MicrosoftCustomerAgreement",
    agreementLink: "https://docs.example/microsoft-customer-agreement",
  };
}

export const cloudProfileRoutes: Route[] = [
  { method: "GET", path: `${CUSTOMER}/cloudProfile`, handle: getAzure },
  { method: "GET", path: `${CUSTOMER}/cloudProfiles`, handle: list },
];
