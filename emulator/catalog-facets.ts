/** Categories, verticals and charges: the same for every account but for their resource names. */
export type Category = { id: string; displayName: string; description: string; parent?: string };

export const CATEGORIES: readonly Category[] = [
  { id: "productivity", displayName: "Productivity", description: "Mail, documents and teamwork." },
  {
    id: "communication",
    displayName: "Communication",
    description: "Meetings, calling and chat.",
    parent: "productivity",
  },
  {
    id: "security",
    displayName: "Security",
    description: "Protection of devices, mail, identities and data.",
  },
  {
    id: "identity",
    displayName: "Identity and access",
    description: "Who may sign in, and to what.",
    parent: "security",
  },
  {
    id: "backup",
    displayName: "Backup and recovery",
    description: "Copies that survive mistakes and attacks.",
  },
  {
    id: "infrastructure",
    displayName: "Cloud infrastructure",
    description: "Computing, storage and network by use.",
  },
  {
    id: "business-apps",
    displayName: "Business applications",
    description: "Accounting, sales and low-code apps.",
  },
  { id: "analytics", displayName: "Analytics and AI", description: "Reports, models and assistants." },
  { id: "creative", displayName: "Creative", description: "Design, video and documents." },
  {
    id: "device-management",
    displayName: "Device management",
    description: "Set up and secure phones and computers.",
  },
  { id: "services", displayName: "Support and services", description: "Support plans and managed services." },
];

export const VERTICALS = [
  { id: "Commercial", description: "Products for businesses" },
  { id: "Corporate", description: "Enterprise Products" },
  { id: "Education", description: "Products for schools and universities" },
  { id: "Charity", description: "Products for non-profit organisations" },
  { id: "Government", description: "Products for public bodies" },
] as const;

export function verticalName(accountId: string, id: (typeof VERTICALS)[number]["id"]): string {
  return `accounts/${accountId}/verticals/${id}`;
}

export const CHARGES = [
  {
    id: "7001",
    chargeName: "Standard margin",
    planType: "FIXED_PERCENT",
    applyRateTo: "CUSTOMER_COST",
    default: true,
    passThrough: false,
    tiers: [{ value: 15, type: "PERCENT" }],
  },
  {
    id: "7002",
    chargeName: "Handling fee",
    planType: "FIXED_AMOUNT",
    applyRateTo: "CUSTOMER_COST",
    default: false,
    passThrough: false,
    tiers: [{ value: 4.5, type: "FIXED" }],
  },
  {
    id: "7003",
    chargeName: "Volume discount",
    planType: "TIERED",
    applyRateTo: "SELLER_COST",
    default: false,
    passThrough: false,
    tiers: [
      { value: 2, type: "PERCENT" },
      { value: 3.5, type: "PERCENT" },
      { value: 5, type: "PERCENT" },
    ],
  },
  {
    id: "7004",
    chargeName: "Pass through",
    planType: "FIXED_PERCENT",
    applyRateTo: "CUSTOMER_COST",
    default: false,
    passThrough: true,
    tiers: [{ value: 0, type: "PERCENT" }],
  },
] as const;

export const PROGRAMS = [
  {
    id: "501",
    displayName: "Cloud Accelerator",
    description: "Better margin on the first year of a new customer.",
  },
  { id: "502", displayName: "Public Sector", description: "Terms for education and government." },
  { id: "503", displayName: "Security First", description: "Marketing funds for security bundles." },
] as const;
