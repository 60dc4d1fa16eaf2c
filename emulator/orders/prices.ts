import { detail, type Offer, type Plan } from "../catalog";
import { float32 } from "../money";
import type { Customer } from "../state/customers";

/** Amounts per unit and billing period, float32-widened. */
export type UnitPrice = { price: number; cost: number; msrp: number; currency: string };

const PREFERRED_FACTOR = 0.97;

/** What a plan costs a customer: the price book's price, less 3 % for customers in the `preferred` price book. */
export function customerPrice(plan: Plan, priceBook: Customer["priceBook"]): number | undefined {
  if (plan.pricebookPrice === undefined) return undefined;
  return priceBook === "preferred" ? float32(plan.pricebookPrice * PREFERRED_FACTOR) : plan.pricebookPrice;
}

/**
 * `price` is what the reseller charges the customer, `cost` what the distributor charges the reseller (the master
 * price book), `msrp` the vendor's list price.
 */
export function priceFor({ plan }: Pick<Offer, "plan">, customer: Pick<Customer, "priceBook">): UnitPrice {
  const price = customerPrice(plan, customer.priceBook) ?? 0;
  return {
    price,
    cost: plan.pricebookMasterPrice ?? price,
    msrp: float32(Number(detail(plan, "ERPPrice") ?? price)),
    currency: plan.pricebookCurrency ?? "USD",
  };
}
