import type { Phase, Plan } from "../catalog";
import { cents, float32 } from "../money";
import { VENDORS } from "../vendors";
import type { PlanKind, PlanSeed, ProductSeed, SkuSeed } from "./product-seed";

/** What each kind of plan means: term, billing, and how its price follows from the SKU's monthly list price. */
type KindFacts = {
  term?: string;
  billing: "M" | "Y" | "O" | "U";
  factor: number;
  idBase: string;
  label: string;
};

// A month's term costs a fifth more, a year that is billed monthly a twentieth: Microsoft's price ladder.
const KINDS: Record<PlanKind, KindFacts> = {
  "P1M:M": {
    term: "P1M",
    billing: "M",
    factor: 1.2,
    idBase: "Monthly",
    label: "One-Month commitment for monthly billing",
  },
  "P1Y:M": {
    term: "P1Y",
    billing: "M",
    factor: 1.05,
    idBase: "Annual-Monthly",
    label: "One-Year commitment for monthly billing",
  },
  "P1Y:Y": {
    term: "P1Y",
    billing: "Y",
    factor: 12,
    idBase: "Annual",
    label: "One-Year commitment for yearly billing",
  },
  "P3Y:M": {
    term: "P3Y",
    billing: "M",
    factor: 1,
    idBase: "Triennial-Monthly",
    label: "Three-Year commitment for monthly billing",
  },
  "P3Y:Y": {
    term: "P3Y",
    billing: "Y",
    factor: 11.64,
    idBase: "Triennial",
    label: "Three-Year commitment for yearly billing",
  },
  "P36M:M": {
    term: "P36M",
    billing: "M",
    factor: 1,
    idBase: "Monthly36",
    label: "36-Month commitment for monthly billing",
  },
  trial: {
    term: "P1Y",
    billing: "Y",
    factor: 12,
    idBase: "Trial",
    label: "30 days free, then one year billed yearly",
  },
  promo: {
    term: "P1Y",
    billing: "M",
    factor: 1.05,
    idBase: "Promo",
    label: "Three months at half price, then one year billed monthly",
  },
  flex: { billing: "M", factor: 1.2, idBase: "Flexible", label: "Flexible plan, billed monthly" },
  once: { billing: "O", factor: 1, idBase: "OneTime", label: "One-time purchase" },
  usage: { billing: "U", factor: 0, idBase: "Based-on-Usage", label: "Billed by use every month" },
};

const BILLING_PERIOD = { M: "MONTHLY", Y: "ANNUAL", O: "ONE_TIME", U: "MONTHLY" } as const;

function phasesOf(
  kind: PlanKind,
  facts: KindFacts,
  price: number,
  currency: string,
  usages: string[],
): Phase[] {
  // Phases hold doubles; only the price book is float32.
  const recurringPrice = { [currency]: price };
  const match = /^P(\d+)([MY])$/.exec(facts.term ?? "");
  const duration = match ? { unit: match[2] === "Y" ? "YEAR" : "MONTH", count: Number(match[1]) } : undefined;
  if (kind === "usage") return [{ type: "UNLIMITED_PHASE", usages }];
  if (kind === "flex") return [{ type: "UNLIMITED_PHASE", recurringPrice }];
  if (kind === "once")
    return [
      { type: "FIXED_PHASE", duration: { unit: "UNLIMITED", unlimited: true }, fixedPrice: recurringPrice },
    ];
  const fixed: Phase = { type: "FIXED_PHASE", duration, recurringPrice };
  if (kind === "trial") return [{ type: "TRIAL_PHASE", duration: { unit: "DAY", count: 30 } }, fixed];
  if (kind === "promo") {
    const half = { [currency]: cents(price / 2) };
    return [{ type: "DISCOUNT_PHASE", duration: { unit: "MONTH", count: 3 }, recurringPrice: half }, fixed];
  }
  return [fixed];
}

/** What the reseller pays of the list price, by vendor. */
function costShare(product: ProductSeed): number {
  return (
    { microsoft: 0.85, google: 0.88, ibm: 0.85, adobe: 0.9, sophos: 0.75 }[product.vendor as string] ?? 0.8
  );
}

/** One plan of a SKU or add-on. `place` numbers the plans of a product, for ids that are given nowhere. */
export function buildPlan(
  product: ProductSeed,
  sku: SkuSeed,
  seed: PlanKind | PlanSeed,
  place: number,
): Plan {
  const plan: PlanSeed = typeof seed === "string" ? { kind: seed } : seed;
  const facts = KINDS[plan.kind];
  const currency = product.currency ?? "USD";
  const usage = plan.kind === "usage";
  const price = plan.price ?? cents(sku.price * facts.factor);
  const available = !(plan.unavailable || sku.unavailable);
  const billing = facts.billing === "U" ? "M" : facts.billing;
  const part =
    plan.partNumber ??
    `${sku.external}${sku.external.includes(":") ? "" : ":0001"}:${facts.term ?? (usage ? "P1M" : "OT")}:${billing}`;
  const details: Record<string, string | undefined> = {
    SkuDescription: sku.name,
    Market: product.market ?? "US",
    UnitOfMeasure: sku.unit ?? "Licenses",
    MfgPartNumber: part,
    TermDuration: facts.term,
    BillingPlan: { M: "Monthly", Y: "Annual", O: "OneTime", U: "Monthly" }[facts.billing],
    Commitment: facts.label,
    ERPPrice: usage ? undefined : String(price),
    MinQuantity: String(plan.min ?? 1),
    MaxQuantity: String(plan.max ?? sku.max ?? 0),
  };
  const phases = phasesOf(plan.kind, facts, price, currency, plan.usages ?? []);
  return {
    id: plan.id ?? `${facts.idBase}-n${place}`,
    displayName: plan.displayName ?? `${sku.name} - ${facts.label}`,
    billingPeriod: BILLING_PERIOD[facts.billing],
    approvalRequired: plan.approvalRequired ?? false,
    phases,
    icon: product.plain
      ? undefined
      : `https://assets.ion.example/plans/${VENDORS[product.vendor].shortName}.svg`,
    productId: part,
    ...(available && !usage
      ? {
          pricebookPrice: float32(price),
          pricebookMasterPrice: float32(cents(price * costShare(product))),
          pricebookCurrency: currency,
        }
      : available
        ? { pricebookCurrency: currency }
        : {}),
    productAvailability: available,
    pricebookDetails: Object.fromEntries(
      Object.entries(details).filter((entry): entry is [string, string] => entry[1] !== undefined),
    ),
    supportPlan: product.plain
      ? undefined
      : { name: "standard", default: true, id: "standard", displayName: "Standard support" },
  };
}
