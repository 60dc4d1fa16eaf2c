import type { ProductSeed } from "../product-seed";

/** What is billed by use or run for the customer: AWS, and the distributor's own solutions. */
export const CLOUD: ProductSeed[] = [
  {
    id: "TechDataAzureSentinel-smp",
    name: "TD SYNNEX Azure Sentinel",
    vendor: "synnex",
    categories: ["security", "services"],
    deployment: "sentinel",
    caption: "A watched Sentinel workspace.",
    description:
      "A managed Azure Sentinel workspace, set up in the customer's subscription and billed by use.",
    keywords: ["siem", "soc"],
    cancelTiming: "IMMEDIATE",
    skus: [
      {
        id: "Tech-Data-Azure-Sentinel",
        name: "TD SYNNEX Azure Sentinel",
        external: "SentinelV1:0001",
        price: 0,
        unit: "Usage",
        plans: [
          {
            kind: "usage",
            id: "Based-on-Usage",
            displayName: "TD SYNNEX Azure Sentinel",
            usages: ["ingested"],
          },
        ],
      },
    ],
    usages: [
      {
        id: "ingested",
        unit: "gb",
        unitName: "GB ingested",
        mode: "ALL_TIERS",
        tiers: [
          { name: "First 100 GB", price: 4.3, max: "100" },
          { name: "Above", price: 3.9, max: "-1" },
        ],
      },
    ],
  },
  {
    id: "AWSAccount-smp",
    name: "Amazon Web Services account",
    vendor: "aws",
    categories: ["infrastructure"],
    deployment: "aws",
    caption: "An AWS account, billed by use.",
    description: "A new or existing AWS account under the distributor's organisation.",
    keywords: ["ec2", "s3"],
    cancelTiming: "IMMEDIATE",
    skus: [
      {
        id: "AWS-Account",
        name: "AWS account",
        external: "AWS:ACCOUNT",
        price: 0,
        unit: "Usage",
        plans: [{ kind: "usage", id: "Based-on-Usage-aws", usages: ["compute"], approvalRequired: true }],
      },
    ],
    usages: [
      {
        id: "compute",
        unit: "hour",
        unitName: "Instance hour",
        mode: "ALL_TIERS",
        tiers: [{ name: "All", price: 0.0464, max: "-1" }],
      },
    ],
  },
  {
    id: "AWSSupport-smp",
    name: "AWS Partner-led Support",
    vendor: "aws",
    categories: ["services"],
    caption: "Support for AWS from the distributor.",
    description: "Business and Enterprise level support, monthly.",
    keywords: ["support"],
    skus: [
      {
        id: "Support-Business",
        name: "AWS Partner-led Support, Business",
        external: "AWS:SUPBUS",
        price: 100,
        plans: ["flex"],
        max: 1,
        unit: "Accounts",
      },
      {
        id: "Support-Enterprise",
        name: "AWS Partner-led Support, Enterprise",
        external: "AWS:SUPENT",
        price: 1500,
        plans: [{ kind: "P1Y:M", approvalRequired: true }],
        max: 1,
        unit: "Accounts",
      },
    ],
  },
];
