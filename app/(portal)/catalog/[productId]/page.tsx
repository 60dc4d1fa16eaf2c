import type { Metadata } from "next";
import { cache } from "react";
import { PageCrumbs } from "@/components/shell/page-crumbs";
import { PageHeader } from "@/components/ui/page-header";
import { currentActor } from "@/lib/auth/current-actor";
import { mayActor } from "@/lib/auth/require-permission";
import { getKnownOffer } from "@/lib/catalog/get-offer";
import { productParams } from "@/lib/catalog/inputs";
import { getChosenCustomer } from "@/lib/customers/chosen-customer";
import { pageParams, readPage } from "@/lib/page";
import { LoadProblem } from "../../_components/load-problem";
import { ProductView } from "./_components/product-view";

type Props = { params: Promise<unknown> };

/** Title and page share one read. */
const load = cache(async (productId: string) => {
  const customer = await getChosenCustomer();
  return { customer, offer: await getKnownOffer(productId, { customerId: customer?.id }) };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { productId } = await pageParams(productParams, params);
  const loaded = await readPage(() => load(productId));
  return { title: loaded.ok ? loaded.data.offer.product.name : productId };
}

/** One product: what is known of it at once, then as Ion has it, at the prices of the chosen customer. */
export default async function ProductPage({ params }: Props) {
  const { productId } = await pageParams(productParams, params);
  const [actor, loaded] = await Promise.all([currentActor(), readPage(() => load(productId))]);
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
  return (
    <>
      <PageCrumbs crumbs={[{ label: offer.product.name }]} />
      <ProductView
        initial={offer}
        customer={customer}
        mayManage={actor !== undefined && mayActor(actor, "catalog:manage")}
        withCost={actor !== undefined && mayActor(actor, "prices:cost")}
      />
    </>
  );
}
