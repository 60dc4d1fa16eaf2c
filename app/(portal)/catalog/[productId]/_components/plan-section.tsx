"use client";

import { useTranslations } from "next-intl";
import { parseAsInteger, parseAsString, useQueryStates } from "nuqs";
import { EmptyState } from "@/components/ui/empty-state";
import { Section } from "@/components/ui/section";
import { planKey } from "@/lib/catalog/compare-plans";
import type { Offer } from "@/lib/catalog/schemas";
import { useOffer } from "@/lib/catalog/use-offer";
import type { ChosenCustomer } from "@/lib/customers/chosen-customer";
import { AddToCart } from "../../_components/add-to-cart";
import { PlanTable } from "../../_components/plan-table";
import { UsagePrices } from "../../_components/usage-prices";
import { useKeptScroll } from "../../_components/use-kept-scroll";
import { usePlanChoice } from "../../_components/use-plan-choice";
import { PlanFacts } from "./plan-facts";

/** The plans with their prices for the chosen customer, and what it takes to put one into the cart. */
export function PlanSection({
  initial,
  customer,
  withCost,
}: {
  initial: Offer;
  customer: ChosenCustomer | null;
  withCost: boolean;
}) {
  const t = useTranslations("catalog");
  const [search, setSearch] = useQueryStates(
    { plan: parseAsString, quantity: parseAsInteger.withDefault(1) },
    { history: "replace" },
  );
  useKeptScroll(initial);
  const { data = initial, isPlaceholderData } = useOffer(initial.product.id, customer?.id, initial);
  const { product, tenant } = data;
  const { plan, quantity } = usePlanChoice(product, {
    key: search.plan,
    quantity: Math.max(1, search.quantity),
  });
  const title = t("product.plans");

  if (product.skus.length === 0) {
    return (
      <Section title={title}>
        <EmptyState title={t("chooser.none")} description={t("reasonHelp.no-plans")} />
      </Section>
    );
  }
  return (
    <Section
      title={title}
      description={
        customer ? t("chooser.pricesFor", { customer: customer.organization }) : t("chooser.pricesStandard")
      }
    >
      <PlanTable
        productName={product.name}
        skus={product.skus}
        selected={plan && planKey(plan)}
        onSelect={(next) => setSearch({ plan: planKey(next) })}
        withCost={withCost}
        refreshing={isPlaceholderData}
      />
      {plan && <UsagePrices plan={plan} />}
      {plan && <PlanFacts plan={plan} />}
      <div className="z-10 border-t border-line bg-surface-0 py-3 sm:sticky sm:bottom-0">
        <AddToCart
          product={product}
          plan={plan}
          quantity={quantity}
          onQuantityChange={(next) => setSearch({ quantity: next })}
          customer={customer}
          tenant={isPlaceholderData ? null : tenant}
        />
      </div>
    </Section>
  );
}
