import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { PageCrumbs } from "@/components/shell/page-crumbs";
import { DetailLayout } from "@/components/ui/detail-layout";
import { PageHeader } from "@/components/ui/page-header";
import { currentActor } from "@/lib/auth/current-actor";
import { mayActor } from "@/lib/auth/require-permission";
import { getOffer } from "@/lib/catalog/get-offer";
import { productParams } from "@/lib/catalog/schemas";
import { getChosenCustomer } from "@/lib/customers/chosen-customer";
import { pageParams, readPage } from "@/lib/page";
import { LoadProblem } from "../../_components/load-problem";
import { PlanSection } from "./_components/plan-section";
import { ProductDetails } from "./_components/product-details";
import { ProductFacts } from "./_components/product-facts";
import { ProductHeader } from "./_components/product-header";

type Props = { params: Promise<unknown> };

/** Title and page share one read. */
const load = cache(async (productId: string) => {
  const customer = await getChosenCustomer();
  return { customer, offer: await getOffer(productId, { customerId: customer?.id }) };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { productId } = await pageParams(productParams, params);
  const loaded = await readPage(() => load(productId));
  return { title: loaded.ok ? loaded.data.offer.product.name : productId };
}

export default async function ProductPage({ params }: Props) {
  const { productId } = await pageParams(productParams, params);
  const [t, actor, loaded] = await Promise.all([
    getTranslations("catalog"),
    currentActor(),
    readPage(() => load(productId)),
  ]);
  if (!loaded.ok) {
    return (
      <>
        <PageCrumbs crumbs={[{ label: productId }]} />
        <PageHeader title={productId} />
        <LoadProblem error={loaded.error} />
      </>
    );
  }
  const { customer, offer } = loaded.data;
  const { product } = offer;
  return (
    <>
      <PageCrumbs crumbs={[{ label: product.name }]} />
      <ProductHeader product={product} mayManage={actor !== undefined && mayActor(actor, "catalog:manage")} />
      <DetailLayout
        factsLabel={t("product.facts")}
        summary={product.vendor ?? undefined}
        facts={<ProductFacts product={product} />}
      >
        <PlanSection
          initial={offer}
          customer={customer}
          withCost={actor !== undefined && mayActor(actor, "prices:cost")}
        />
        <ProductDetails product={product} />
      </DetailLayout>
    </>
  );
}
