import type { AddOn, Plan } from "@/lib/catalog/schemas";
import type { Texts } from "@/lib/i18n/server-texts";
import type { IonCartItem } from "@/lib/ion/schemas/carts";
import { marginOf, moneySchema } from "@/lib/money";
import type { Money } from "@/lib/money-value";
import { toCartPeriod } from "./cart-period";
import { linePrices, timesQuantity } from "./line-prices";
import type { LineQuestions } from "./line-questions";
import { type PlanHint, readPlanName } from "./plan-name";
import { provisioningState } from "./provisioning-state";
import { checkQuantity } from "./quantity";
import type { PlanFacts } from "./read-products";
import type { AvailableAddOn, CartItem } from "./schemas";
import { shortName } from "./short-name";

export type LineSources = {
  item: IonCartItem;
  facts: PlanFacts | null;
  questions: LineQuestions | null;
  /** Whether cost and margin are part of the answer. */
  withCost: boolean;
  /** Texts of the `carts` namespace. */
  texts: Texts;
};

/** One line as the screens get it. Pure. */
export function toCartItem({ item, facts, questions, withCost, texts }: LineSources): CartItem {
  const hint = readPlanName(item.planName);
  const plan = facts?.plan;
  const quantity = item.quantity ?? 0;
  const period = toCartPeriod(item.period, plan?.billingPeriod);
  const usageBased = plan?.usageBased ?? item.purchaseInfo?.hasConsumptionBilling ?? false;
  const prices = linePrices({
    period,
    quantity,
    usageBased,
    recurring: money(item.recurringPrice),
    upfront: money(item.upfrontPrice),
    catalogPrice: plan?.price ?? null,
    setupFee: plan?.setupFee ?? null,
  });
  return {
    id: item.id,
    plan: facts && {
      productId: facts.plan.productId,
      skuId: facts.plan.skuId,
      planId: facts.plan.planId,
    },
    productName: facts?.product.name ?? item.title ?? hint?.productId ?? item.id,
    skuName: facts?.sku.name ?? item.title,
    planName: plan ? shortName(plan.name, facts.sku.name) : (hint?.planId ?? null),
    vendorName: facts?.product.vendor ?? null,
    term: plan?.term ?? null,
    period,
    quantity,
    minQuantity: plan?.minQuantity ?? 1,
    maxQuantity: plan?.maxQuantity ?? null,
    usageBased,
    ...prices,
    ...(withCost ? lineMargin(prices.lineTotal, plan, quantity) : {}),
    addOn: chosenAddOn(item, facts),
    availableAddOns: facts ? availableAddOns(facts) : [],
    approvalRequired: plan?.approvalRequired ?? false,
    cancelTiming: plan?.cancelTiming ?? null,
    introductions: plan?.introductions ?? [],
    blockedReason: blockedReason({ hint, facts, quantity, questions, texts }),
    provisioning: provisioningState(questions),
    checkedOut: item.checkedOut === "SUCCESS" ? "success" : item.checkedOut === "FAILED" ? "failed" : null,
  };
}

function lineMargin(
  lineTotal: Money | null,
  plan: Plan | undefined,
  quantity: number,
): Pick<CartItem, "unitCost" | "lineCost" | "margin"> {
  const unitCost = plan?.cost ?? null;
  const lineCost = timesQuantity(unitCost, quantity);
  const isComparable = lineTotal && lineCost && lineTotal.currency === lineCost.currency;
  return { unitCost, lineCost, margin: isComparable ? marginOf(lineTotal, lineCost) : null };
}

function chosenAddOn(item: IonCartItem, facts: PlanFacts | null): CartItem["addOn"] {
  const { addOn: ion } = item;
  if (!ion?.planId) return null;
  const match = findAddOnPlan(facts, { planId: ion.planId, name: ion.displayName });
  const quantity = ion.quantity ?? item.quantity ?? 0;
  // Ion's add-on names no period of its own.
  const period = match?.plan.billingPeriod ?? toCartPeriod(item.period, facts?.plan.billingPeriod);
  const prices = linePrices({
    period,
    quantity,
    usageBased: match?.plan.usageBased ?? false,
    recurring: money(ion.recurringPrice),
    upfront: money(ion.upfrontPrice),
    catalogPrice: match?.plan.price ?? null,
    setupFee: match?.plan.setupFee ?? null,
  });
  return {
    addOnId: match?.addOn.id ?? null,
    planId: ion.planId,
    name: match?.addOn.name ?? ion.displayName ?? ion.planId,
    quantity,
    period,
    ...prices,
    ...(match?.plan.cost === undefined
      ? {}
      : { unitCost: match.plan.cost, lineCost: timesQuantity(match.plan.cost, quantity) }),
  };
}

/** The add-on plan that Ion's line names: by its plan, and by its name where several add-ons call a plan the same. */
export function findAddOnPlan(
  facts: Pick<PlanFacts, "addOns"> | null,
  wanted: { planId: string; name?: string | null; addOnId?: string },
): { addOn: AddOn; plan: Plan } | undefined {
  const candidates = (facts?.addOns ?? []).flatMap((addOn) =>
    addOn.plans.filter((plan) => plan.planId === wanted.planId).map((plan) => ({ addOn, plan })),
  );
  if (wanted.addOnId !== undefined) return candidates.find(({ addOn }) => addOn.id === wanted.addOnId);
  return candidates.find(({ addOn }) => addOn.name === wanted.name) ?? candidates[0];
}

/** The add-ons that can be had with the plan: those billed as the plan is, or all where none is. */
function availableAddOns({ addOns, plan }: PlanFacts): AvailableAddOn[] {
  return addOns.flatMap((addOn) => {
    const alike = addOn.plans.filter((one) => one.billingPeriod === plan.billingPeriod);
    const sameTerm = alike.filter((one) => one.term === plan.term);
    const [offered, ...others] = [sameTerm, alike, addOn.plans].find((plans) => plans.length > 0) ?? [];
    if (!offered) return [];
    return [offered, ...others].map((one) => ({
      addOnId: addOn.id,
      planId: one.planId,
      name: others.length > 0 ? `${addOn.name} · ${shortName(one.name, addOn.name)}` : addOn.name,
      description: addOn.description,
      period: one.billingPeriod,
      unitPrice: one.price,
      orderable: isAddOnOrderable(one),
    }));
  });
}

/** An add-on always needs its base, which is here; any other reason counts. */
export function isAddOnOrderable({ orderable, price, usageBased }: Plan): boolean {
  const isOffered = orderable.ok || orderable.reason === "needs-base";
  return isOffered && (price !== null || usageBased);
}

function blockedReason({
  hint,
  facts,
  quantity,
  questions,
  texts,
}: {
  hint: PlanHint | null;
  facts: PlanFacts | null;
  quantity: number;
  questions: LineQuestions | null;
  texts: Texts;
}): string | null {
  if (!facts) return texts(hint?.productId ? "blocked.gone" : "blocked.planUnknown");
  const { plan } = facts;
  if (!plan.orderable.ok) return texts(`blocked.${plan.orderable.reason}`);
  const problem = checkQuantity(quantity, plan);
  if (problem?.code === "tooFew") return texts("blocked.tooFew", { min: problem.min });
  if (problem?.code === "tooMany") return texts("blocked.tooMany", { max: problem.max });
  if (problem) return texts("blocked.notWhole");
  if (!questions) return texts("blocked.questionsUnread");
  if (questions.tenant.choice.reason === "microsoft-tenant-unknown") return texts("blocked.tenantUnknown");
  const { tenantOrder } = questions.tenant;
  if (tenantOrder && !tenantOrder.isStuck) {
    return texts("blocked.tenantOnItsWay", { orderId: tenantOrder.orderId });
  }
  return null;
}

/** Ion's amount as ours; null when the currency is no ISO code, since nothing could be charged in it. */
function money(ion: Money | null): Money | null {
  const parsed = moneySchema.safeParse(ion);
  return parsed.success ? parsed.data : null;
}
