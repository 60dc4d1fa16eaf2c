"use client";

import { Freshness } from "@/app/(portal)/orders/_components/freshness";
import { EmptyState } from "@/components/ui/empty-state";
import { Section } from "@/components/ui/section";
import { planKey } from "@/lib/catalog/compare-plans";
import type { Offer } from "@/lib/catalog/schemas";
import type { useOffer } from "@/lib/catalog/use-offer";
import type { ChosenCustomer } from "@/lib/customers/chosen-customer";
import { useTranslations } from "@/lib/i18n/use-translations";
import { textParam, wholeParam } from "@/lib/search-params";
import { useSearchState } from "@/lib/use-search-state";
import { AddToCart } from "../../_components/add-to-cart";
import { PlanTable } from "../../_components/plan-table";
import { UsagePrices } from "../../_components/usage-prices";
import { usePlanChoice } from "../../_components/use-plan-choice";
import { PlanComparison } from "./plan-comparison";
import { PlanFacts } from "./plan-facts";

const choiceParams = { plan: textParam, quantity: wholeParam.or(1) };

/** The plans with their prices for the chosen customer, and what it takes to put one into the cart. */
export function PlanSection({
  offer,
  initial,
  customer,
  withCost,
}: {
  offer: ReturnType<typeof useOffer>;
  /** Stands in until `offer` has anything. */
  initial: Offer;
  customer: ChosenCustomer | null;
  withCost: boolean;
}) {
  const t = useTranslations("catalog");
  const [search, setSearch] = useSearchState(choiceParams);
  const { data = initial, error, isFetching } = offer;
  const { product, tenant } = data;
  // Prices of the account, or of the customer before, are never passed off as this customer's.
  const areOwn = product.priceBookCustomerId === (customer?.id ?? null);
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
  const planCount = product.skus.reduce((sum, sku) => sum + sku.plans.length, 0);
  return (
    <>
      <Section
        title={title}
        description={
          customer === null
            ? t("chooser.pricesStandard")
            : areOwn
              ? t("chooser.pricesFor", { customer: customer.organization })
              : t(error ? "chooser.pricesMissing" : "chooser.pricesComing", {
                  customer: customer.organization,
                })
        }
        actions={
          <Freshness
            updatedAtMs={Date.parse(product.asOf)}
            following={false}
            error={error}
            offline={offer.fetchStatus === "paused"}
            onRefresh={() => offer.refetch()}
          />
        }
      >
        <PlanTable
          productName={product.name}
          skus={product.skus}
          selected={plan && planKey(plan)}
          onSelect={(next) => setSearch({ plan: planKey(next) })}
          withCost={withCost}
          refreshing={!areOwn && isFetching}
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
            tenant={areOwn ? tenant : null}
          />
        </div>
      </Section>
      {planCount > 1 && (
        <PlanComparison skus={product.skus} chosen={plan && planKey(plan)} withCost={withCost} />
      )}
    </>
  );
}
