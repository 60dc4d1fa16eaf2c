/** A product as Ion answers it (CONTRACT.md section 2.3). Only what the emulator reads is typed closely. */
export type Price = Record<string, number>;
export type Phase = {
  type: "TRIAL_PHASE" | "DISCOUNT_PHASE" | "FIXED_PHASE" | "UNLIMITED_PHASE";
  duration?: { unit: string; count?: number; unlimited?: boolean };
  fixedPrice?: Price;
  recurringPrice?: Price;
  usages?: string[];
};

/** What both SKUs, plans and add-ons carry of the price book. */
export type Priced = {
  productId: string;
  pricebookPrice?: number;
  pricebookMasterPrice?: number;
  pricebookCurrency?: string;
  productAvailability: boolean;
  pricebookDetails?: Record<string, string>;
};

export type Plan = Priced & {
  id: string;
  displayName: string;
  billingPeriod: string;
  approvalRequired: boolean;
  phases: Phase[];
  icon?: string;
  supportPlan?: { name: string; default: boolean; id: string; displayName: string };
};

export type Sku = Priced & {
  id: string;
  displayName: string;
  description: string;
  cancelTiming: "END_OF_TERM" | "IMMEDIATE";
  includedAddOns?: string[];
  availableAddOns?: string[];
  features?: { feature: string; displayValue: string }[];
  plans: Plan[];
  taxCode?: string;
  productCloudProviderName?: string;
  alias?: string;
  verticals: string[];
  disabled: boolean;
};

export type AddOn = Priced & {
  id: string;
  displayName: string;
  description: string;
  alignment: string;
  cancelTiming: "END_OF_TERM" | "IMMEDIATE";
  allowMultiple: boolean;
  plans: Plan[];
  alias?: string;
  productCloudProviderName?: string;
};

export type Product = {
  name: string;
  id: string;
  type: string;
  disabled: boolean;
  categories: string[];
  verticals: string[];
  hasUnpublishedChanges: boolean;
  hasPublishedVersions: boolean;
  marketing: { displayName: string; caption: string } & Record<string, unknown>;
  definition: {
    skus: Sku[];
    addOns?: AddOn[];
    customFields?: { name: string; content: string; type: string }[];
  } & Record<string, unknown>;
  deployment?: Deployment;
  allowSubscriptionSwitch?: boolean;
  termUid?: string;
  createTime: string;
  updateTime: string;
} & Record<string, unknown>;

/** `product.deployment`: what the form part holds is in seed/deployments.ts. */
export type Deployment = {
  deployments: {
    event: string;
    actions: unknown[];
    configuration?: { form: { schema: { required: string[] } } };
  }[];
  successMessage: string;
};

/** One buyable thing: a plan with the SKU and product around it. */
export type Offer = { product: Product; sku: Sku; plan: Plan };

/** The words of an offer that only its details hold. */
export function detail(plan: Priced, key: string): string | undefined {
  return plan.pricebookDetails?.[key];
}

/** `productId:skuId:term:billing`, e.g. CFQ7TTC0LH18:0001:P1Y:M. */
export function partNumber(plan: Priced): string {
  return detail(plan, "MfgPartNumber") ?? plan.productId;
}

/** ISO 8601 term, e.g. P1Y; PT0S for a one-time purchase, undefined for usage. */
export function termOf(plan: Plan): string | undefined {
  return detail(plan, "TermDuration");
}

/** Months of an ISO 8601 term of months or years; 0 for none. */
export function termMonths(term: string | undefined): number {
  const match = /^P(\d+)([MY])$/.exec(term ?? "");
  if (!match) return 0;
  return Number(match[1]) * (match[2] === "Y" ? 12 : 1);
}

/** Billed by use: no licence price, and a usage in the last phase. */
export function isUsage(plan: Plan): boolean {
  return (plan.phases.at(-1)?.usages?.length ?? 0) > 0;
}

/** Whether it starts with a trial that costs nothing. */
export function isTrial(plan: Plan): boolean {
  return plan.phases[0]?.type === "TRIAL_PHASE";
}

/** Lowest and highest quantity of a plan; 0 is no limit, as in `plan.MinQuantity` of an order's catalogAttributes. */
export function quantityLimits(plan: Plan): { min: number; max: number } {
  return { min: Number(detail(plan, "MinQuantity") ?? 0), max: Number(detail(plan, "MaxQuantity") ?? 0) };
}
