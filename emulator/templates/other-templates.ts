import { group, type Template } from "./template";

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

/** McAfee and ITG are reachable by id only. */
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

export const OTHER_TEMPLATES: Template[] = [...ibm, ...sophos, ...mcafee, ...itg];
