import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/ui/page-header";
import { loadCartSearch, toCartsQuery } from "@/lib/carts/cart-search";
import { listCarts } from "@/lib/carts/list-carts";
import { readPage } from "@/lib/page";
import type { SearchParams } from "@/lib/search-params";
import { LoadProblem } from "../_components/load-problem";
import { CartsView } from "./_components/carts-view";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("carts"))("title") };
}

/** Carts in progress of all the customers this person looks after. */
export default async function CartsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const t = await getTranslations("carts");
  const query = toCartsQuery(loadCartSearch(await searchParams));
  const loaded = await readPage(() => listCarts(query));
  return (
    <>
      <PageHeader title={t("title")} facts={t("facts")} />
      {loaded.ok ? (
        <CartsView initial={loaded.data} initialQuery={query} />
      ) : (
        <LoadProblem error={loaded.error} />
      )}
    </>
  );
}
