import type { PlanKind, PlanSeed, ProductSeed, SkuSeed } from "../product-seed";

const COMMITMENTS: (PlanKind | PlanSeed)[] = ["P1M:M", "P1Y:M", "P1Y:Y", "P3Y:Y"];
const NO_TRIENNIAL: (PlanKind | PlanSeed)[] = ["P1M:M", "P1Y:M", "P1Y:Y"];

/** A SKU whose id is Microsoft's, as Ion writes it: US + product + SKU. */
function sku(external: string, name: string, price: number, more: Partial<SkuSeed> = {}): SkuSeed {
  return { id: `US${external.replace(":", "")}`, name, external, price, plans: COMMITMENTS, ...more };
}

const nce = { vendor: "microsoft" as const, cancelTiming: "END_OF_TERM" as const };

/** The ids of the guide's samples are the first three products; the others are made in the same way. */
export const MICROSOFT: ProductSeed[] = [
  {
    ...nce,
    id: "OFFICE365NCE--smpnce",
    name: "Office 365 NCE",
    categories: ["productivity"],
    currency: "EUR",
    market: "FR",
    caption: "Office apps, mail and meetings for larger organisations.",
    description:
      "Office 365 Enterprise brings mail, file storage, meetings and, from E3 on, the desktop apps.",
    keywords: ["office", "word", "excel", "outlook", "e1", "e3", "e5"],
    skus: [
      {
        id: "Office-365-E1-n1",
        name: "Office 365 E1",
        external: "CFQ7TTC0LF8Q:0001",
        price: 8.8,
        plans: [
          { kind: "P1M:M", id: "Monthly-n23" },
          { kind: "P1Y:M", id: "Annual-Monthly-n24" },
          { kind: "P1Y:Y", id: "Annual-n25" },
        ],
      },
      {
        id: "Office-365-E3-n1",
        name: "Office 365 E3",
        external: "CFQ7TTC0LF8R:0001",
        price: 22.9,
        plans: [
          { kind: "P1M:M", id: "Monthly-n26" },
          { kind: "P1Y:M", id: "Annual-Monthly-n27" },
          { kind: "P1Y:Y", id: "Annual-n28" },
          { kind: "P3Y:Y", id: "Triennial-n29", min: 100 },
        ],
      },
      {
        id: "Office-365-E5-n1",
        name: "Office 365 E5",
        external: "CFQ7TTC0LF8S:0002",
        price: 38.1,
        plans: [
          { kind: "P1M:M", id: "Monthly-n30" },
          { kind: "P1Y:Y", id: "Annual-n31" },
          { kind: "P3Y:Y", id: "Triennial-n32", min: 100 },
        ],
      },
    ],
    addOns: [
      {
        id: "extra-storage-10gb",
        name: "Office 365 Extra File Storage",
        external: "CFQ7TTC0LHS9:0001",
        price: 0.2,
      },
      {
        id: "audio-conferencing",
        name: "Microsoft Teams Audio Conferencing",
        external: "CFQ7TTC0LHSL:0001",
        price: 3.7,
      },
    ],
  },
  {
    ...nce,
    id: "Microsoft365EandFNCE-demonce",
    name: "Microsoft 365 NCE",
    categories: ["productivity", "security"],
    promo: true,
    caption: "Apps, mail, meetings and device security in one licence.",
    description: "Microsoft 365 for businesses up to 300 people and for enterprises without a limit.",
    keywords: ["m365", "business basic", "business standard", "business premium", "e3", "e5", "f3"],
    skus: [
      sku("CFQ7TTC0LH18:0001", "Microsoft 365 Business Basic", 6, { max: 300 }),
      sku("CFQ7TTC0LDPB:0001", "M365 Business Std", 12.5, {
        alias: "USxxxxxxxxxxxxxx01",
        max: 300,
        addOns: ["copilot-business", "audio-conferencing"],
        plans: [
          { kind: "P1M:M", id: "Monthly-n18", displayName: "M365 Business Std" },
          { kind: "P1Y:M", id: "Annual-Monthly-n19" },
          { kind: "P1Y:Y", id: "Annual-n20" },
          { kind: "P3Y:Y", id: "Triennial-n21" },
        ],
      }),
      sku("CFQ7TTC0LCHC:0002", "M365 Business Premium", 22, {
        alias: "USxxxxxxxxxxxxxx02",
        max: 300,
        addOns: ["copilot-business", "audio-conferencing"],
        plans: [
          { kind: "P1M:M", id: "Monthly-n154" },
          { kind: "P1Y:Y", id: "Annual-n155", displayName: "M365 Business Premium" },
          { kind: "P1Y:M", id: "Annual-Monthly-n156" },
          { kind: "P3Y:Y", id: "Triennial-n157" },
        ],
      }),
      sku("CFQ7TTC0MBMD:0001", "Microsoft 365 F3", 8),
      sku("CFQ7TTC0LFLX:0001", "Microsoft 365 E3", 36, {
        plans: ["P1M:M", "P1Y:M", "P1Y:Y", { kind: "P3Y:Y", min: 100 }],
        addOns: ["copilot-business", "audio-conferencing"],
      }),
      sku("CFQ7TTC0LFLZ:0002", "Microsoft 365 E5", 57, {
        plans: ["P1M:M", "P1Y:M", "P1Y:Y", { kind: "P3Y:Y", min: 100 }],
        addOns: ["copilot-business"],
      }),
    ],
    addOns: [
      {
        id: "copilot-business",
        name: "Microsoft 365 Copilot add-on",
        external: "CFQ7TTC0MM8R:0003",
        price: 30,
      },
      {
        id: "audio-conferencing",
        name: "Microsoft Teams Audio Conferencing",
        external: "CFQ7TTC0LHSL:0001",
        price: 4,
      },
    ],
  },
  {
    ...nce,
    id: "ExchangeOnline-demonce",
    name: "Exchange Online NCE",
    categories: ["productivity"],
    caption: "Business mail and calendars.",
    description: "Hosted Exchange mailboxes with 50 or 100 GB, calendars and shared contacts.",
    keywords: ["mail", "mailbox", "outlook"],
    skus: [
      sku("CFQ7TTC0LH16:0001", "Exchange Online (Plan 1)", 4, {
        alias: "USxxxxxxxxxxxxxx01",
        plans: [
          { kind: "P1M:M", id: "Monthly", displayName: "Exchange Online (Plan 1)" },
          { kind: "P1Y:M", id: "Annual-Monthly" },
          { kind: "P1Y:Y", id: "Annual" },
        ],
      }),
      sku("CFQ7TTC0LH1P:0001", "Exchange Online (Plan 2)", 8, {
        plans: [
          { kind: "P1M:M", id: "Monthly" },
          { kind: "P1Y:M", id: "Annual-Monthly-p2" },
          { kind: "P1Y:Y", id: "Annual-p2" },
        ],
      }),
      sku("CFQ7TTC0LH0L:0001", "Exchange Online Kiosk", 2, {
        plans: [
          { kind: "P1M:M", id: "Monthly-kiosk" },
          { kind: "P1Y:Y", id: "Annual-kiosk" },
        ],
      }),
    ],
    addOns: [{ id: "archiving", name: "Exchange Online Archiving", external: "CFQ7TTC0LH0J:0001", price: 3 }],
  },
  {
    ...nce,
    id: "MicrosoftTeams-demonce",
    name: "Microsoft Teams NCE",
    categories: ["communication"],
    caption: "Chat, meetings and calling.",
    description: "Teams plans on their own: essentials, premium meetings and phone.",
    keywords: ["meeting", "phone", "calling"],
    skus: [
      sku("CFQ7TTC0JN4R:0001", "Microsoft Teams Essentials", 4, { max: 300 }),
      sku("CFQ7TTC0RM8K:0001", "Microsoft Teams Premium", 10, { plans: NO_TRIENNIAL }),
      sku("CFQ7TTC0LH0T:0001", "Microsoft Teams Phone Standard", 10),
      sku("CFQ7TTC0QW7C:0001", "Microsoft Teams Rooms Pro", 40, { plans: NO_TRIENNIAL }),
    ],
  },
  {
    ...nce,
    id: "Visio-demonce",
    name: "Visio NCE",
    categories: ["productivity"],
    caption: "Diagrams in the browser and on the desktop.",
    description: "Flowcharts, floor plans and network diagrams.",
    keywords: ["diagram"],
    skus: [sku("CFQ7TTC0HD33:0001", "Visio Plan 1", 5), sku("CFQ7TTC0HD32:0002", "Visio Plan 2", 15)],
  },
  {
    ...nce,
    id: "PlannerProject-demonce",
    name: "Planner and Project NCE",
    categories: ["productivity", "business-apps"],
    caption: "Plan work, from a task list to a portfolio.",
    description: "Planner Plan 1, Project Plan 3 and Project Plan 5.",
    keywords: ["project", "planner"],
    skus: [
      sku("CFQ7TTC0HDB1:0002", "Planner Plan 1", 10),
      sku("CFQ7TTC0HDB0:0001", "Planner and Project Plan 3", 30),
      sku("CFQ7TTC0HD9Z:0001", "Planner and Project Plan 5", 55, { plans: NO_TRIENNIAL }),
    ],
  },
  {
    ...nce,
    id: "PowerBI-demonce",
    name: "Power BI NCE",
    categories: ["analytics"],
    caption: "Reports from any data.",
    description: "Power BI Pro and Premium per user.",
    keywords: ["report", "dashboard"],
    skus: [
      sku("CFQ7TTC0H9MP:0001", "Power BI Pro", 14),
      sku("CFQ7TTC0HL8W:0001", "Power BI Premium Per User", 24),
    ],
  },
  {
    ...nce,
    id: "Copilot-demonce",
    name: "Microsoft 365 Copilot NCE",
    categories: ["analytics", "productivity"],
    caption: "An assistant inside the Microsoft 365 apps.",
    description: "Microsoft 365 Copilot and Copilot Studio.",
    keywords: ["ai", "assistant"],
    skus: [
      sku("CFQ7TTC0MM8R:0002", "Microsoft 365 Copilot", 30, { plans: ["P1Y:M", "P1Y:Y"] }),
      sku("CFQ7TTC0S3HR:0001", "Microsoft Copilot Studio", 200, {
        plans: ["P1M:M", "P1Y:M"],
        unit: "Tenants",
      }),
    ],
  },
  {
    ...nce,
    id: "EntraID-demonce",
    name: "Microsoft Entra NCE",
    categories: ["identity"],
    caption: "Sign-in with rules.",
    description: "Entra ID P1 and P2: conditional access, risk detection and access reviews.",
    keywords: ["azure ad", "mfa"],
    skus: [
      sku("CFQ7TTC0LFLS:0002", "Microsoft Entra ID P1", 6),
      sku("CFQ7TTC0LFK5:0001", "Microsoft Entra ID P2", 9),
      sku("CFQ7TTC0H6RC:0001", "Microsoft Entra ID P1 for Faculty", 1.9, {
        vertical: "Education",
        plans: ["P1Y:Y"],
      }),
    ],
  },
  {
    ...nce,
    id: "Defender-demonce",
    name: "Microsoft Defender NCE",
    categories: ["security"],
    caption: "Protection of mail and devices.",
    description: "Defender for Business, for Office 365 and for Endpoint.",
    keywords: ["antivirus", "edr"],
    skus: [
      sku("CFQ7TTC0J1GB:0005", "Microsoft Defender for Business", 3, { max: 300 }),
      sku("CFQ7TTC0LH04:0001", "Microsoft Defender for Office 365 (Plan 1)", 2),
      sku("CFQ7TTC0LHXH:0001", "Microsoft Defender for Office 365 (Plan 2)", 5),
      sku("CFQ7TTC0LGV0:0001", "Microsoft Defender for Endpoint P2", 5.2),
    ],
  },
  {
    ...nce,
    id: "Intune-demonce",
    name: "Microsoft Intune NCE",
    categories: ["device-management", "security"],
    caption: "Manage phones and computers.",
    description: "Intune Plan 1 and the Intune Suite.",
    keywords: ["mdm"],
    skus: [
      sku("CFQ7TTC0LCH4:0009", "Microsoft Intune Plan 1", 8),
      sku("CFQ7TTC0RNXQ:0001", "Microsoft Intune Suite", 10, { plans: NO_TRIENNIAL }),
    ],
  },
  {
    ...nce,
    id: "Dynamics365-demonce",
    name: "Dynamics 365 NCE",
    categories: ["business-apps"],
    caption: "Accounting and sales.",
    description: "Business Central and Sales for growing companies.",
    keywords: ["erp", "crm"],
    skus: [
      sku("CFQ7TTC0HL9C:0001", "Dynamics 365 Business Central Essentials", 80, { plans: NO_TRIENNIAL }),
      sku("CFQ7TTC0HD30:0001", "Dynamics 365 Business Central Premium", 110, { plans: NO_TRIENNIAL }),
      sku("CFQ7TTC0LFN5:0001", "Dynamics 365 Sales Enterprise", 105, { plans: NO_TRIENNIAL }),
    ],
  },
  {
    ...nce,
    id: "SharePointOneDrive-demonce",
    name: "SharePoint and OneDrive NCE",
    categories: ["productivity"],
    caption: "Files and team sites.",
    description: "SharePoint and OneDrive plans on their own.",
    keywords: ["files", "intranet"],
    skus: [
      sku("CFQ7TTC0LH0N:0001", "SharePoint (Plan 1)", 5),
      sku("CFQ7TTC0LH14:0001", "SharePoint (Plan 2)", 10),
      sku("CFQ7TTC0LHSV:0001", "OneDrive for business (Plan 1)", 5),
    ],
  },
  {
    ...nce,
    id: "PowerPlatform-demonce",
    name: "Power Platform NCE",
    categories: ["business-apps", "analytics"],
    caption: "Apps and flows without code.",
    description: "Power Apps Premium and Power Automate Premium.",
    keywords: ["low-code"],
    skus: [
      sku("CFQ7TTC0LH2H:0001", "Power Apps Premium", 20, { plans: NO_TRIENNIAL }),
      sku("CFQ7TTC0LSGZ:0001", "Power Automate Premium", 15, { plans: NO_TRIENNIAL }),
    ],
  },
  {
    ...nce,
    id: "Windows365-demonce",
    name: "Windows 365 NCE",
    categories: ["infrastructure", "device-management"],
    caption: "A Windows PC in the cloud.",
    description: "Windows 365 Business and Enterprise in three sizes.",
    keywords: ["cloud pc", "vdi"],
    skus: [
      sku("CFQ7TTC0J203:0006", "Windows 365 Business 2 vCPU, 4 GB, 128 GB", 31, {
        plans: ["P1M:M", "P1Y:M"],
        max: 300,
      }),
      sku("CFQ7TTC0HHS9:0007", "Windows 365 Enterprise 2 vCPU, 8 GB, 128 GB", 41, {
        plans: ["P1M:M", "P1Y:M"],
      }),
      sku("CFQ7TTC0HX99:0001", "Windows 365 Enterprise 4 vCPU, 16 GB, 256 GB", 66, {
        plans: ["P1M:M", "P1Y:M"],
        unavailable: true,
      }),
    ],
  },
  {
    ...nce,
    id: "AzurePlan-demonce",
    name: "Azure plan",
    categories: ["infrastructure"],
    cancelTiming: "IMMEDIATE",
    deployment: "azure-plan",
    caption: "Pay for what you use in Azure.",
    description: "One plan for all Azure services, billed by use every month.",
    keywords: ["azure", "compute", "storage"],
    skus: [
      {
        id: "USDZH318Z0BPS60001",
        name: "Azure plan",
        external: "DZH318Z0BPS6:0001",
        price: 0,
        unit: "Usage",
        plans: [
          { kind: "usage", id: "Based-on-Usage", usages: ["compute", "storage"], approvalRequired: true },
        ],
      },
    ],
    usages: [
      {
        id: "compute",
        unit: "vcpu-hour",
        unitName: "vCPU hour",
        mode: "ALL_TIERS",
        tiers: [
          { name: "First 10,000", price: 0.048, max: "10000" },
          { name: "Above", price: 0.041, max: "-1" },
        ],
      },
      {
        id: "storage",
        unit: "gb-month",
        unitName: "GB month",
        mode: "TOP_TIER",
        tiers: [
          { name: "Up to 50 TB", price: 0.0184, max: "51200" },
          { name: "Above 50 TB", price: 0.0177, max: "-1" },
        ],
      },
    ],
  },
  {
    ...nce,
    id: "WindowsServer-smpperpetual",
    name: "Windows Server 2025",
    categories: ["infrastructure"],
    cancelTiming: "IMMEDIATE",
    caption: "Bought once, yours for good.",
    description: "Perpetual licences for Windows Server and its clients.",
    keywords: ["perpetual", "cal"],
    skus: [
      {
        id: "USDG7GMGF0PWHC0003",
        name: "Windows Server 2025 Standard, 16 core",
        external: "DG7GMGF0PWHC:0003",
        price: 0,
        plans: [{ kind: "once", id: "OneTime", price: 1176 }],
      },
      {
        id: "USDG7GMGF0PWHF0002",
        name: "Windows Server 2025, 1 user CAL",
        external: "DG7GMGF0PWHF:0002",
        price: 0,
        plans: [{ kind: "once", id: "OneTime-cal", price: 52, min: 5, max: 500 }],
      },
    ],
  },
];
