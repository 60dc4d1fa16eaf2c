import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/ui/page-header";
import { currentActor } from "@/lib/auth/current-actor";
import { mayActor } from "@/lib/auth/require-permission";
import { firstPageSize, loadCatalogSearch, toFilters } from "@/lib/catalog/catalog-search-params";
import { listProducts } from "@/lib/catalog/list-products";
import { getChosenCustomer } from "@/lib/customers/chosen-customer";
import { pack } from "@/lib/packed";
import { readPage } from "@/lib/page";
import { listViews } from "@/lib/views/list-views";
import { LoadProblem } from "../../_components/load-problem";
import { Soon } from "../../_components/soon";
import { CatalogBrowser } from "../_components/catalog-browser";
import { CatalogSkeleton } from "../_components/catalog-skeleton";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("catalog"))("title") };
}

export default function CatalogPage({ searchParams }: Props) {
  return <Soon content={catalog(searchParams)} fallback={<CatalogSkeleton />} />;
}

async function catalog(searchParams: Props["searchParams"]) {
  const [t, actor, search] = await Promise.all([
    getTranslations("catalog"),
    currentActor(),
    searchParams.then(loadCatalogSearch),
  ]);
  const filters = toFilters(search);
  const firstSize = firstPageSize(search);
  const loaded = await readPage(() =>
    Promise.all([listProducts({ ...filters, limit: firstSize }), getChosenCustomer(), listViews("catalog")]),
  );
  if (!loaded.ok) {
    return (
      <>
        <PageHeader title={t("title")} />
        <LoadProblem error={loaded.error} />
      </>
    );
  }
  const [page, customer, views] = loaded.data;
  const withCost = actor !== undefined && mayActor(actor, "prices:cost");
  return (
    <CatalogBrowser
      initial={{ filters, page: pack(page), firstSize }}
      customer={customer}
      withCost={withCost}
      mayManageSync={actor !== undefined && mayActor(actor, "mirror:manage")}
      views={{ views, mayShare: actor !== undefined && mayActor(actor, "views:share") }}
    />
  );
}
