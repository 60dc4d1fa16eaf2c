import { group } from "./template";

const AGREEMENT = [
  "domainName",
  "agreementDateAgreed",
  "agreementUserId",
  "agreementEmail",
  "agreementFirstName",
  "agreementLastName",
  "agreementPhoneNumber",
] as const;

/** Values that the attributes of any Microsoft template may have. */
export const OPERATIONS = ["addSubscription", "updateSubscription", "changeSubscription"] as const;
export const RENEWAL = ["auto-on", "auto-off"] as const;
export const STATUS = ["active", "suspended", "deleted"] as const;

export const MICROSOFT_TEMPLATES = group(
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
