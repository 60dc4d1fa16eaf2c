import type { IonMoney } from "@/lib/ion/money";
import type { IonPhase, IonPlan, IonSku } from "@/lib/ion/schemas/plans";
import { marginOf, moneySchema, toMoney } from "@/lib/money";
import { isZero, type Money } from "@/lib/money-value";
import { readDetail } from "./price-book-details";
import type { Plan } from "./schemas";

type PriceBook = IonPlan["priceBook"];

/** Ion's amount as ours; null when the currency is no ISO code, since nothing could be charged in it. */
function money(ion: IonMoney | null | undefined): Money | null {
  const parsed = moneySchema.safeParse(ion);
  return parsed.success ? parsed.data : null;
}

/** The price book's entry of a plan: its own, or its SKU's where the SKU has no other plan it could mean. */
export function priceBookOf(plan: IonPlan, sku: Pick<IonSku, "priceBook" | "plans">): PriceBook {
  const own = plan.priceBook;
  const inherits = own.price === null && own.available === null && sku.plans.length === 1;
  if (inherits) return { ...sku.priceBook, details: { ...sku.priceBook.details, ...own.details } };
  return { ...own, available: own.available ?? sku.priceBook.available };
}

/** The amount in `currency`; without a wish the only one there is. Several and no wish is a guess, so null. */
export function inCurrency(prices: readonly IonMoney[], currency: string | null): Money | null {
  const found = currency
    ? prices.find((price) => price.currency === currency)
    : prices.length === 1
      ? prices[0]
      : undefined;
  return money(found);
}

/**
 * What a plan costs, per unit and billing period.
 *
 * `price` is `pricebookPrice`: the price book's own amount, which follows `priceBookCustomerId` and is what orders of
 * that customer show as `price`. `cost` is `pricebookMasterPrice`: the master price book is the provider's price to the
 * reseller; orders show it as `cost` ("the cost that the provider is charging the partner", API guide). `msrp` is what
 * the price book says of the list price, else the last phase's published price; that phase's price also stands in for a
 * price book without an amount. A plan that is billed by use shows 0 where it has no price. Source: CONTRACT.md sections
 * 2.3, 8.7 and 8.8; which of the two price book amounts is whose is not spelled out there, so a negative margin is shown,
 * not hidden.
 */
export function pricesOf(
  phases: readonly IonPhase[],
  book: PriceBook,
  withCost: boolean,
): {
  price: Money | null;
  setupFee: Money | null;
  cost: Money | null;
  msrp: Money | null;
  margin: NonNullable<Plan["margin"]> | null;
} {
  const last = phases.at(-1);
  const usageBased = (last?.usageIds.length ?? 0) > 0;
  const known = (amount: Money | null) => (usageBased && amount && isZero(amount) ? null : amount);
  const bookPrice = money(book.price);
  const currency = bookPrice?.currency ?? book.masterPrice?.currency ?? null;
  const recurring = inCurrency(last?.recurringPrices ?? [], currency);
  const fixed = inCurrency(last?.fixedPrices ?? [], currency);
  const published = recurring ?? fixed;
  const price = known(bookPrice ?? (book.available === false ? null : published));
  const cost = known(money(book.masterPrice));
  const msrp = known(listPrice(book.details, currency) ?? published);
  return {
    price,
    setupFee: recurring && fixed && !isZero(fixed) ? fixed : null,
    cost,
    msrp,
    margin: withCost && price && cost && price.currency === cost.currency ? marginOf(price, cost) : null,
  };
}

function listPrice(details: Readonly<Record<string, string>>, currency: string | null): Money | null {
  const amount = readDetail(details, "ERPPrice", "MSRP", "ListPrice");
  return amount && currency && /^\d{1,15}(\.\d{1,15})?$/.test(amount) ? toMoney(amount, currency) : null;
}
