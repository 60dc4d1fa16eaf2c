import type { ProductSeed } from "../product-seed";

/** Sophos. */
export const SOPHOS: ProductSeed[] = [
  {
    id: "SophosInterceptX-smp",
    name: "Sophos Endpoint",
    vendor: "sophos",
    categories: ["security"],
    deployment: "sophos",
    caption: "Stops ransomware on endpoints and servers.",
    description: "Endpoint protection with detection and response, managed in Sophos Central.",
    keywords: ["intercept x", "edr", "xdr"],
    skus: [
      {
        id: "CIXA",
        name: "Sophos Endpoint",
        external: "CIXA:MSP",
        price: 2.9,
        plans: ["P1Y:Y", "P3Y:Y", "trial"],
      },
      {
        id: "CIXAXDR",
        name: "Sophos XDR",
        external: "CIXX:MSP",
        price: 4.6,
        plans: ["P1Y:Y", "P3Y:Y"],
        addOns: ["disk-encryption"],
      },
      {
        id: "CSAXDR",
        name: "Sophos XDR for Server",
        external: "CSAX:MSP",
        price: 8.4,
        plans: ["P1Y:Y"],
        unit: "Servers",
      },
    ],
    addOns: [
      {
        id: "disk-encryption",
        name: "Sophos Central Device Encryption",
        external: "CDE:MSP",
        price: 0.9,
        plans: ["P1Y:Y"],
      },
    ],
  },
  {
    id: "SophosMDR-smp",
    name: "Sophos Managed Detection and Response",
    vendor: "sophos",
    categories: ["security", "services"],
    deployment: "sophos",
    caption: "Experts on watch, day and night.",
    description: "MDR Essentials and Complete.",
    keywords: ["mdr", "soc"],
    skus: [
      {
        id: "MDR-Essentials",
        name: "Sophos MDR Essentials",
        external: "MDRE:MSP",
        price: 5.8,
        plans: ["P1Y:Y"],
      },
      {
        id: "MDR-Complete",
        name: "Sophos MDR Complete",
        external: "MDRC:MSP",
        price: 8.1,
        plans: ["P1Y:Y", "P3Y:Y"],
      },
    ],
  },
  {
    id: "SophosEmail-smp",
    name: "Sophos Email",
    vendor: "sophos",
    categories: ["security"],
    deployment: "sophos",
    caption: "Mail without phishing.",
    description: "Mail protection for Microsoft 365 and Google Workspace.",
    keywords: ["anti-spam"],
    skus: [
      {
        id: "Email-Advanced",
        name: "Sophos Email Advanced",
        external: "EMSG:MSP",
        price: 1.7,
        plans: ["P1Y:Y", "P1M:M"],
      },
    ],
  },
];
