import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/ui/page-header";
import { loadCartSearch, toCartsQuery } from "@/lib/carts/cart-search";
import { listCarts } from "@/lib/carts/list-carts";
import { readPage } from "@/lib/page";
import type { SearchParams } from "@/lib/search-params";
import { LoadProblem } from "../_components/load-problem";
import { Soon } from "../_components/soon";
import { CartsSkeleton } from "./_components/carts-skeleton";
import { CartsView } from "./_components/carts-view";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("carts"))("title") };
}

/**
 * Carts in progress of all the customers this person looks after. Ion alone knows what is in them: the head does not wait
 * for it.
 */
export default async function CartsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const t = await getTranslations("carts");
  return (
    <>
      <PageHeader title={t("title")} facts={t("facts")} />
      <Soon content={carts(searchParams)} fallback={<CartsSkeleton withCustomer />} />
    </>
  );
}

async function carts(searchParams: Promise<SearchParams>) {
  const query = toCartsQuery(loadCartSearch(await searchParams));
  const loaded = await readPage(() => listCarts(query));
  return loaded.ok ? (
    <CartsView initial={loaded.data} initialQuery={query} />
  ) : (
    <LoadProblem error={loaded.error} />
  );
}
