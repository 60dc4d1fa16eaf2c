"use client";

import { useState } from "react";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { TextLink } from "@/components/ui/text-link";
import { planKey } from "@/lib/catalog/compare-plans";
import { filtersPlans, passesFilters } from "@/lib/catalog/plan-filter";
import type { CatalogFilters, Plan, Product } from "@/lib/catalog/schemas";
import { useOffer } from "@/lib/catalog/use-offer";
import type { ChosenCustomer } from "@/lib/customers/chosen-customer";
import { RequestError } from "@/lib/get-json";
import { useTranslations } from "@/lib/i18n/use-translations";
import { routes } from "@/lib/routes";
import { AddToCart } from "./add-to-cart";
import type { PlanChoice } from "./plan-choice";
import { PlanPanelSkeleton } from "./plan-panel-skeleton";
import { PlanTable } from "./plan-table";
import { UsagePrices } from "./usage-prices";
import { usePlanChoice } from "./use-plan-choice";

/** The plans of a product inside the list: choose one, and put it into the cart without leaving the list. */
export function PlanPanel({
  productId,
  planCount,
  filters,
  customer,
  choice,
  onChoice,
  withCost,
}: {
  productId: string;
  planCount: number;
  filters: CatalogFilters;
  customer: ChosenCustomer | null;
  choice: PlanChoice;
  onChoice: (choice: PlanChoice) => void;
  withCost: boolean;
}) {
  const t = useTranslations("catalog");
  const te = useTranslations("errors");
  const [all, setAll] = useState(false);
  const { data, error, refetch, isFetching, isPlaceholderData } = useOffer(productId, customer?.id);
  const wanted = (plan: Plan) => passesFilters(plan, filters, data?.product.vendor);
  const { plan, quantity } = usePlanChoice(data?.product, choice, wanted);

  if (!data) {
    if (!error) return <PlanPanelSkeleton rows={planCount} />;
    const known = error instanceof RequestError ? error : undefined;
    return (
      <Banner
        tone="danger"
        live="polite"
        reference={known?.reference}
        action={
          <Button size="sm" pending={isFetching} onClick={() => refetch()}>
            {te("tryAgain")}
          </Button>
        }
      >
        {known?.message || te(known?.status === 0 ? "OFFLINE" : "UNEXPECTED")}
      </Banner>
    );
  }
  const { product, tenant } = data;
  const shown = all ? product.skus : narrowed(product, filters, plan && planKey(plan));
  const rest = count(product.skus) - count(shown);
  return (
    <div className="grid gap-3">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1 text-caption text-2">
        <p>
          {customer
            ? t("chooser.pricesFor", { customer: customer.organization })
            : t("chooser.pricesStandard")}
        </p>
        <TextLink href={routes.product(productId)} className="inline-flex min-h-6 items-center gap-1">
          {t("openProduct")}
          <Icon name="icon-arrow-right" className="size-3.5" />
        </TextLink>
      </div>
      {product.skus.length === 0 ? (
        <p className="text-table text-2">{t("chooser.none")}</p>
      ) : (
        <>
          <PlanTable
            productName={product.name}
            skus={shown}
            selected={plan && planKey(plan)}
            onSelect={(next) => onChoice({ key: planKey(next), quantity })}
            withCost={withCost}
            refreshing={isPlaceholderData}
          />
          {rest > 0 && (
            <div>
              <Button variant="ghost" size="sm" onClick={() => setAll(true)}>
                {t("chooser.showAll", { count: rest })}
              </Button>
            </div>
          )}
          {plan && <UsagePrices plan={plan} />}
          <AddToCart
            product={product}
            plan={plan}
            quantity={quantity}
            onQuantityChange={(next) => onChoice({ key: plan ? planKey(plan) : null, quantity: next })}
            customer={customer}
            tenant={isPlaceholderData ? null : tenant}
          />
        </>
      )}
    </div>
  );
}

function count(skus: Product["skus"]): number {
  return skus.reduce((sum, sku) => sum + sku.plans.length, 0);
}

/** The SKUs with the plans the search found, and the chosen one; all of them where the search found none by their own. */
function narrowed(product: Product, filters: CatalogFilters, chosen: string | undefined): Product["skus"] {
  if (!filtersPlans(filters)) return product.skus;
  const found = product.skus.flatMap((sku) => {
    const plans = sku.plans.filter(
      (plan) => passesFilters(plan, filters, product.vendor) || planKey(plan) === chosen,
    );
    return plans.length > 0 ? [{ ...sku, plans }] : [];
  });
  return found.length > 0 ? found : product.skus;
}
