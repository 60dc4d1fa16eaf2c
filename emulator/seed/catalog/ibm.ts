import type { ProductSeed } from "../product-seed";

/** IBM; the first product has the ids of the guide's sample order. */
export const IBM: ProductSeed[] = [
  {
    id: "IBMMAAS360WATSON-smp",
    name: "IBM MaaS360 with Watson",
    vendor: "ibm",
    categories: ["device-management", "security"],
    deployment: "ibm",
    caption: "Manage and protect mobile devices.",
    description: "Unified endpoint management in four editions, per device or per user.",
    keywords: ["uem", "mdm", "watson"],
    skus: [
      {
        id: "Essentials-device",
        name: "IBM MaaS360 Essentials (device)",
        external: "D1P3GLL:DK-MS-EMM-ESS-V2",
        price: 4,
        unit: "Devices",
        plans: [
          {
            kind: "P36M:M",
            id: "IBM-MaaS360-w-Watson-Essentials-",
            price: 4,
            partNumber: "D1P3GLL:DK-MS-EMM-ESS-V2:P36M:M:0",
          },
          { kind: "P1Y:M", id: "IBM-MaaS360-Essentials-Annual" },
        ],
      },
      {
        id: "Deluxe-device",
        name: "IBM MaaS360 Deluxe (device)",
        external: "D1P3HLL:DK-MS-EMM-DLX-V2",
        price: 5,
        unit: "Devices",
        plans: [
          { kind: "P1Y:M", id: "IBM-MaaS360-Deluxe-Annual" },
          { kind: "trial", id: "IBM-MaaS360-Deluxe-Trial" },
        ],
      },
      {
        id: "Premier-device",
        name: "IBM MaaS360 Premier (device)",
        external: "D1P3ILL:DK-MS-EMM-PRM-V2",
        price: 6.25,
        unit: "Devices",
        plans: [{ kind: "P1Y:M", id: "IBM-MaaS360-Premier-Annual" }],
      },
      {
        id: "Enterprise-device",
        name: "IBM MaaS360 Enterprise (device)",
        external: "D1P3JLL:DK-MS-EMM-ENT-V2",
        price: 9,
        unit: "Devices",
        plans: [{ kind: "P1Y:M", id: "IBM-MaaS360-Enterprise-Annual" }],
      },
    ],
  },
  {
    id: "IBMSecurityVerify-smp",
    name: "IBM Security Verify",
    vendor: "ibm",
    categories: ["identity"],
    caption: "Single sign-on and strong sign-in.",
    description: "Identity as a service per active user.",
    keywords: ["sso", "iam"],
    skus: [
      {
        id: "Verify-SSO",
        name: "IBM Security Verify SSO",
        external: "D20J0ZX:VERIFY-SSO",
        price: 1.8,
        plans: ["P1Y:M", "P1Y:Y"],
      },
      {
        id: "Verify-MFA",
        name: "IBM Security Verify MFA",
        external: "D20J1ZX:VERIFY-MFA",
        price: 1.9,
        plans: ["P1Y:M"],
      },
    ],
  },
  {
    id: "IBMSPSS-smp",
    name: "IBM SPSS Statistics",
    vendor: "ibm",
    categories: ["analytics"],
    caption: "Statistics for research.",
    description: "SPSS Statistics Base subscription with optional modules.",
    keywords: ["statistics"],
    skus: [
      {
        id: "SPSS-Base",
        name: "IBM SPSS Statistics Base",
        external: "D1SPSLL:SPSS-BASE",
        price: 99,
        plans: ["P1M:M", "P1Y:Y"],
        addOns: ["custom-tables"],
      },
    ],
    addOns: [
      {
        id: "custom-tables",
        name: "SPSS Custom Tables and Advanced Statistics",
        external: "D1SPTLL:SPSS-CT",
        price: 79,
      },
    ],
  },
];
