import { group, type Template } from "./template";

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

export const GOOGLE_TEMPLATES: Template[] = [...google, ...gcp];
