/** What the emulator knows of each vendor: provider ids as the guide's samples show them (CONTRACT.md section 2.2). */
export type VendorKey =
  | "microsoft"
  | "google"
  | "gcp"
  | "aws"
  | "ibm"
  | "sophos"
  | "acronis"
  | "adobe"
  | "mcafee"
  | "synnex"
  | "other";

export type Vendor = {
  key: VendorKey;
  displayName: string;
  shortName: string;
  /** Cloud provider id; undefined for a product without one. */
  providerId?: number;
  /** `providerName` in orders. */
  providerName: string;
  resourceType: string;
  /** `cloudProviderName` of subscriptions. */
  cloudProvider: string;
  /** Start of the items' process names. */
  process: string;
  /** `vendor` of the template list, if it has templates there. */
  templateVendor?: string;
  provisioningCategory: string;
};

export const VENDORS: Record<VendorKey, Vendor> = {
  microsoft: {
    key: "microsoft",
    displayName: "Microsoft",
    shortName: "azure",
    providerId: 30,
    providerName: "AZURE",
    resourceType: "AZURE::Subscription",
    cloudProvider: "Azure",
    process: "Microsoft",
    templateVendor: "MICROSOFT",
    provisioningCategory: "NCE",
  },
  google: {
    key: "google",
    displayName: "Google Workspace",
    shortName: "gws",
    providerId: 12,
    providerName: "GWS",
    resourceType: "GSUITE::Subscription",
    cloudProvider: "Google Workspace",
    process: "Google",
    templateVendor: "GOOGLE",
    provisioningCategory: "GWS",
  },
  gcp: {
    key: "gcp",
    displayName: "Google Cloud Platform",
    shortName: "gcp",
    providerId: 2,
    providerName: "GCP",
    resourceType: "GCP::Resource",
    cloudProvider: "GCP",
    process: "Google",
    templateVendor: "GOOGLE",
    provisioningCategory: "GCP",
  },
  aws: {
    key: "aws",
    displayName: "Amazon Web Services",
    shortName: "aws",
    providerId: 1,
    providerName: "AWS",
    resourceType: "AWS::Resource",
    cloudProvider: "AWS",
    process: "AWS",
    provisioningCategory: "AWS",
  },
  ibm: {
    key: "ibm",
    displayName: "IBM",
    shortName: "ibm",
    providerId: 14,
    providerName: "IBM",
    resourceType: "IBM::Order",
    cloudProvider: "IBM",
    process: "IBM",
    templateVendor: "IBM",
    provisioningCategory: "IBM",
  },
  sophos: {
    key: "sophos",
    displayName: "Sophos",
    shortName: "sophos",
    providerId: 19,
    providerName: "SOPHOS",
    resourceType: "SOPHOS::Tenant",
    cloudProvider: "Sophos",
    process: "Sophos",
    templateVendor: "SOPHOS",
    provisioningCategory: "SOPHOS",
  },
  acronis: {
    key: "acronis",
    displayName: "Acronis",
    shortName: "acronis",
    providerId: 28,
    providerName: "UNSPECIFIED",
    resourceType: "ACRONIS::Tenant",
    cloudProvider: "Acronis",
    process: "Acronis",
    provisioningCategory: "ACRONIS",
  },
  adobe: {
    key: "adobe",
    displayName: "Adobe",
    shortName: "adobe",
    providerId: 33,
    providerName: "UNSPECIFIED",
    resourceType: "VERTEX::Solution",
    cloudProvider: "Adobe",
    process: "Adobe",
    provisioningCategory: "ADOBE",
  },
  mcafee: {
    key: "mcafee",
    displayName: "McAfee",
    shortName: "mcafee",
    providerId: 34,
    providerName: "UNSPECIFIED",
    resourceType: "MCAFEE::Order",
    cloudProvider: "McAfee",
    process: "McAfee",
    provisioningCategory: "MCAFEE",
  },
  synnex: {
    key: "synnex",
    displayName: "TD SYNNEX Solutions",
    shortName: "vertex",
    providerId: 36,
    providerName: "UNSPECIFIED",
    resourceType: "VERTEX::Solution",
    cloudProvider: "Azure",
    process: "Vertex",
    provisioningCategory: "SOLUTION",
  },
  other: {
    key: "other",
    displayName: "Other",
    shortName: "other",
    providerName: "UNSPECIFIED",
    resourceType: "VERTEX::Solution",
    cloudProvider: "Unspecified",
    process: "Vertex",
    provisioningCategory: "MANUAL",
  },
};

const BY_PROVIDER = new Map(Object.values(VENDORS).map((vendor) => [vendor.providerId, vendor]));

/** The vendor behind `accounts/{a}/cloudProviders/{n}`; "other" when there is none. */
export function vendorOfProvider(providerName: string | undefined): Vendor {
  const id =
    providerName === undefined ? undefined : Number(providerName.slice(providerName.lastIndexOf("/") + 1));
  return BY_PROVIDER.get(id) ?? VENDORS.other;
}
