/**
 * Every provisioning template of CONTRACT.md section 5.1. Ion tells only the attribute names (`names`); which of them
 * an order must carry (`required`) and which values it accepts (`values`) shows only when an order is refused.
 */
export type Template = {
  number: string;
  title: string;
  vendor: "MICROSOFT" | "GOOGLE" | "IBM" | "SOPHOS" | "MCAFEE" | "ITG";
  providers: readonly string[];
  action: "CREATE" | "UPDATE";
  names: readonly string[];
  required: readonly string[];
  values?: Readonly<Record<string, readonly string[]>>;
};

const AGREEMENT = [
  "domainName",
  "agreementDateAgreed",
  "agreementUserId",
  "agreementEmail",
  "agreementFirstName",
  "agreementLastName",
  "agreementPhoneNumber",
] as const;

const OPERATIONS = ["addSubscription", "updateSubscription", "changeSubscription"] as const;
const RENEWAL = ["auto-on", "auto-off"] as const;
const STATUS = ["active", "suspended", "deleted"] as const;

type Row = Omit<Template, "vendor" | "providers">;

function group(vendor: Template["vendor"], providers: readonly string[], rows: Row[]): Template[] {
  return rows.map((row) => ({ vendor, providers, ...row }));
}

const microsoft = group(
  "MICROSOFT",
  ["azure", "nce", "perpetual"],
  [
    {
      number: "30",
      title: "Microsoft create",
      action: "CREATE",
      required: AGREEMENT,
      names: [
        ...AGREEMENT,
        "companyRegistrationId",
        "customTermEndDate",
        "region",
        "category",
        "billingFrequency",
        "skuId",
        "productId",
      ],
    },
    {
      number: "33",
      title: "Microsoft Modify & Manage Subscription",
      action: "UPDATE",
      required: ["operations"],
      names: ["operations", "statusUpdate", "renewalSetting", "friendlyName"],
      values: { operations: ["updateSubscription"], statusUpdate: STATUS, renewalSetting: RENEWAL },
    },
    {
      number: "34",
      title: "Microsoft Change Subscription plan",
      action: "UPDATE",
      required: ["operations"],
      names: ["operations", "upgradeType", "friendlyName"],
      values: { operations: ["changeSubscription"] },
    },
    {
      number: "35",
      title: "Microsoft Users & License(Add user)",
      action: "UPDATE",
      required: ["operations"],
      names: [
        "operations",
        "userFirstName",
        "userLastName",
        "userName",
        "userPassword",
        "usageLocation",
        "licenseSkuId",
      ],
    },
    {
      number: "36",
      title: "Microsoft Users & License Update",
      action: "UPDATE",
      required: ["operations"],
      names: ["operations", "userName", "licenseSkuId", "licenseCount"],
    },
    {
      number: "37",
      title: "Microsoft Users & License(Role Change)",
      action: "UPDATE",
      required: ["operations"],
      names: ["operations", "userName", "roleId"],
    },
    {
      number: "38",
      title: "Microsoft Add New Subscription",
      action: "CREATE",
      required: ["operations"],
      names: ["operations", "friendlyName", "customTermEndDate"],
      values: { operations: ["addSubscription"] },
    },
    {
      number: "53",
      title: "Microsoft Modify Subscription",
      action: "UPDATE",
      required: ["operations"],
      names: ["operations", "friendlyName"],
      values: { operations: ["updateSubscription"] },
    },
    {
      number: "54",
      title: "Microsoft Change Subscription",
      action: "UPDATE",
      required: ["operations"],
      names: ["operations"],
      values: { operations: ["changeSubscription"] },
    },
    {
      number: "55",
      title: "Microsoft Manage Renewal Settings",
      action: "UPDATE",
      required: ["operations", "renewalSetting"],
      names: ["operations", "renewalSetting"],
      values: { operations: ["updateSubscription"], renewalSetting: RENEWAL },
    },
    {
      number: "56",
      title: "Microsoft Cancel",
      action: "UPDATE",
      required: ["operations", "statusUpdate"],
      names: ["operations", "statusUpdate"],
      values: { operations: ["updateSubscription"], statusUpdate: ["deleted"] },
    },
    {
      number: "57",
      title: "Microsoft Pause",
      action: "UPDATE",
      required: ["operations", "statusUpdate"],
      names: ["operations", "statusUpdate"],
      values: { operations: ["updateSubscription"], statusUpdate: ["suspended"] },
    },
    {
      number: "58",
      title: "Microsoft Resume",
      action: "UPDATE",
      required: ["operations", "statusUpdate"],
      names: ["operations", "statusUpdate"],
      values: { operations: ["updateSubscription"], statusUpdate: ["active"] },
    },
  ],
);

const google = group(
  "GOOGLE",
  ["gws"],
  [
    {
      number: "01",
      title: "Google Workspace Create Order",
      action: "CREATE",
      required: ["customerDomain", "alternateEmail"],
      names: ["alternateEmail", "customerDomain", "userName", "billingAccount"],
    },
    {
      number: "03",
      title: "Google Upgrade/Downgrade Subscription",
      action: "UPDATE",
      required: [],
      names: ["operations", "targetSkuId", "planName"],
    },
    {
      number: "05",
      title: "Manage Renewal Settings",
      action: "UPDATE",
      required: [],
      names: ["operations", "renewalSetting"],
    },
    {
      number: "06",
      title: "Google Suspend",
      action: "UPDATE",
      required: [],
      names: ["operations", "statusUpdate"],
    },
    {
      number: "07",
      title: "Google Activate",
      action: "UPDATE",
      required: [],
      names: ["operations", "statusUpdate"],
    },
    {
      number: "43",
      title: "Google Workspace Transfer Order",
      action: "CREATE",
      required: ["customerDomain", "transferToken"],
      names: ["customerDomain", "transferToken", "alternateEmail"],
    },
  ],
);

const gcp = group(
  "GOOGLE",
  ["gcp"],
  [
    {
      number: "02",
      title: "Google Cloud Platform Create",
      action: "CREATE",
      required: ["customerDomain", "billingEmail"],
      names: ["alternateEmail", "customerDomain", "userName", "billingEmail", "projectName"],
    },
    {
      number: "04",
      title: "Google Manage Entitlement",
      action: "UPDATE",
      required: [],
      names: ["operations", "billingAccount", "projectName"],
    },
  ],
);

const ibm = group(
  "IBM",
  ["ibm"],
  [
    {
      number: "10",
      title: "IBM Create Order",
      action: "CREATE",
      required: ["customerEmail"],
      names: [
        "customerEmail",
        "customerFirstName",
        "customerLastName",
        "customerPhone",
        "companyName",
        "ibmCustomerId",
      ],
    },
    {
      number: "11",
      title: "IBM Upgrade & Buymore subscription",
      action: "UPDATE",
      required: [],
      names: ["operations", "ibmCustomerId"],
    },
    {
      number: "12",
      title: "IBM Enable/Disable Auto Renew",
      action: "UPDATE",
      required: [],
      names: ["operations", "renewalSetting"],
    },
    {
      number: "13",
      title: "IBM Reactivate expired subscription",
      action: "UPDATE",
      required: [],
      names: ["operations", "statusUpdate"],
    },
  ],
);

const sophos = group(
  "SOPHOS",
  ["sophos"],
  [
    {
      number: "40",
      title: "Sophos create",
      action: "CREATE",
      required: ["contactEmail"],
      names: ["contactFirstName", "contactLastName", "contactEmail", "contactPhone", "region", "tenantName"],
    },
    {
      number: "41",
      title: "Sophos Manage Accounts",
      action: "UPDATE",
      required: [],
      names: ["operations", "tenantName", "statusUpdate"],
    },
    {
      number: "42",
      title: "Sophos Manage Products",
      action: "UPDATE",
      required: [],
      names: ["operations", "productCode", "licenseCount"],
    },
  ],
);

const mcafee = group(
  "MCAFEE",
  ["mcafee"],
  [
    {
      number: "60",
      title: "McAfee create",
      action: "CREATE",
      required: ["adminEmail"],
      names: ["adminEmail", "adminFirstName", "adminLastName", "companyName", "languageCode"],
    },
    {
      number: "61",
      title: "McAfee Manage Products",
      action: "UPDATE",
      required: [],
      names: ["operations", "licenseCount"],
    },
  ],
);

const itg = group(
  "ITG",
  ["itg"],
  [
    {
      number: "62",
      title: "ITG Create",
      action: "CREATE",
      required: ["customerDomain"],
      names: ["customerDomain", "contactEmail", "serviceTier"],
    },
    {
      number: "63",
      title: "ITG Update",
      action: "UPDATE",
      required: [],
      names: ["operations", "serviceTier"],
    },
    {
      number: "67",
      title: "Itgenius Modify Subscription",
      action: "UPDATE",
      required: [],
      names: ["operations", "licenseCount"],
    },
  ],
);

export const TEMPLATES: readonly Template[] = [
  ...google,
  ...gcp,
  ...ibm,
  ...microsoft,
  ...sophos,
  ...mcafee,
  ...itg,
].sort((one, other) => one.number.localeCompare(other.number));

/** By `provisiontemplate30`, `provisioningTemplate30`… in any case (CONTRACT.md section 5.1). */
export function findTemplate(id: string): Template | undefined {
  const number = /^provision(?:ing)?template(\d+)$/i.exec(id)?.[1];
  return TEMPLATES.find((template) => template.number === number);
}

/** @throws Error for a number that is not in the table: the emulator's own mistake. */
export function requireTemplate(number: string): Template {
  const template = TEMPLATES.find((one) => one.number === number);
  if (!template) throw new Error(`no template ${number}`);
  return template;
}

/** Every value that any Microsoft template accepts for `operations`. */
export const ALLOWED_VALUES: Readonly<Record<string, readonly string[]>> = {
  operations: OPERATIONS,
  renewalSetting: RENEWAL,
  statusUpdate: STATUS,
};
