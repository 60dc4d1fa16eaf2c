import type { IonAddOn, IonPhase, IonPlan, IonSku } from "@/lib/ion/schemas/plans";
import { toBillingPeriod, toYearlyPrice } from "./billing-period";
import { orderabilityOf } from "./orderability";
import { inCurrency, priceBookOf, pricesOf } from "./plan-price";
import { quantityLimits, readDetail, unitOf } from "./price-book-details";
import type { Introduction, Plan } from "./schemas";
import { durationOfPhase, termOf } from "./term";
import { toUsages, type UsageModel } from "./usage";

/** What a plan takes from around it. */
export type PlanContext = {
  product: { id: string; name: string; disabled: boolean; usage: UsageModel };
  /** The SKU, or the add-on, that the plan prices. */
  parent: (IonSku | IonAddOn) & { disabled?: boolean };
  isAddOn: boolean;
  /** False leaves cost, margin and list price out altogether. */
  withCost: boolean;
  /** The currency of the product's other plans, for one that is billed by use and has no price of its own. */
  currency: string | null;
};

const PART_NUMBER = /^[^:\s]+:[^:\s]+:P\d+[DWMY]:\S+$/i;
const INTRODUCTIONS: Record<string, Introduction["kind"]> = {
  TRIAL_PHASE: "trial",
  DISCOUNT_PHASE: "discount",
};

/** The maker's part number: from the price book, or the plan's vendor id where that has the form of one. */
export function partNumberOf(plan: IonPlan, details: Readonly<Record<string, string>>): string | null {
  const listed = readDetail(details, "MfgPartNumber", "ManufacturerPartNumber", "PartNumber");
  if (listed) return listed;
  return plan.vendorProductId && PART_NUMBER.test(plan.vendorProductId) ? plan.vendorProductId : null;
}

/** When a cancellation takes effect, from Ion's `cancelTiming`. */
export function toCancelTiming(ionName: string | null): Plan["cancelTiming"] {
  if (ionName === "END_OF_TERM") return "end-of-term";
  return ionName === "IMMEDIATE" ? "immediate" : null;
}

function introductionsOf(phases: readonly IonPhase[], currency: string | null): Introduction[] {
  return phases.flatMap((phase) => {
    const kind = INTRODUCTIONS[phase.type ?? ""];
    if (!kind) return [];
    const price = inCurrency(phase.recurringPrices, currency) ?? inCurrency(phase.fixedPrices, currency);
    return [{ kind, duration: durationOfPhase(phase), price }];
  });
}

/** Ion's plan with what its SKU and product add to it. Pure; the price rules are in `plan-price.ts`. */
export function toPlan(plan: IonPlan, context: PlanContext): Plan {
  const { product, parent, isAddOn, withCost } = context;
  const book = priceBookOf(plan, parent);
  const { price, setupFee, cost, msrp, margin } = pricesOf(plan.phases, book, withCost);
  const currency = price?.currency ?? cost?.currency ?? context.currency;
  const usageIds = plan.phases.at(-1)?.usageIds ?? [];
  const usageBased = usageIds.length > 0;
  const mfgPartNumber = partNumberOf(plan, book.details);
  const billingPeriod = toBillingPeriod(plan.billingPeriod);
  const skuName = parent.displayName ?? parent.id;
  return {
    productId: product.id,
    skuId: parent.id,
    planId: plan.id,
    productName: product.name,
    skuName,
    name: plan.displayName ?? skuName,
    mfgPartNumber,
    vendorSkuId: parent.vendorProductId,
    billingPeriod,
    term: termOf({
      priceBookTerm: readDetail(book.details, "TermDuration", "Term"),
      mfgPartNumber,
      phases: plan.phases,
    }),
    currency,
    price,
    yearlyPrice: toYearlyPrice(price, billingPeriod),
    setupFee,
    ...(withCost ? { cost, margin, msrp } : {}),
    ...quantityLimits(book.details),
    ...unitOf(book.details, !usageBased && billingPeriod !== "one-time"),
    usageBased,
    usages: toUsages(usageIds, product.usage, currency),
    introductions: introductionsOf(plan.phases, currency),
    cancelTiming: toCancelTiming(parent.cancelTiming),
    approvalRequired: plan.approvalRequired,
    orderable: orderabilityOf({
      productDisabled: product.disabled,
      skuDisabled: parent.disabled ?? false,
      isAddOn,
      available: book.available,
      price,
      usageBased,
    }),
  };
}
