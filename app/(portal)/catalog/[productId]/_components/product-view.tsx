"use client";

import { useGone } from "@/app/(portal)/_components/use-gone";
import { DetailLayout } from "@/components/ui/detail-layout";
import type { Offer } from "@/lib/catalog/schemas";
import { useOffer } from "@/lib/catalog/use-offer";
import type { ChosenCustomer } from "@/lib/customers/chosen-customer";
import { useTranslations } from "@/lib/i18n/use-translations";
import { useKeptScroll } from "../../_components/use-kept-scroll";
import { PlanSection } from "./plan-section";
import { ProductDetails } from "./product-details";
import { ProductFacts } from "./product-facts";
import { ProductHeader } from "./product-header";

/** A product with its plans. `initial` may be of the mirror; what Ion says takes its place, and choices stay. */
export function ProductView({
  initial,
  customer,
  mayManage,
  withCost,
}: {
  initial: Offer;
  customer: ChosenCustomer | null;
  mayManage: boolean;
  withCost: boolean;
}) {
  const t = useTranslations("catalog");
  useKeptScroll(initial);
  const offer = useOffer(initial.product.id, customer?.id, initial);
  useGone(offer.error);
  const { product } = offer.data ?? initial;
  return (
    <>
      <ProductHeader product={product} mayManage={mayManage} />
      <DetailLayout
        factsLabel={t("product.facts")}
        summary={product.vendor ?? undefined}
        facts={<ProductFacts product={product} />}
      >
        <PlanSection offer={offer} initial={initial} customer={customer} withCost={withCost} />
        <ProductDetails product={product} />
      </DetailLayout>
    </>
  );
}
