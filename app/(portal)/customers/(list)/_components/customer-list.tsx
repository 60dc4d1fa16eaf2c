"use client";

import { Plus } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useQueryStates } from "nuqs";
import { DataTable } from "@/components/data-table/data-table";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { PaginationBar } from "@/components/ui/pagination-bar";
import { RelativeTime } from "@/components/ui/relative-time";
import { useShortcut } from "@/components/ui/use-shortcut";
import { customerSearchParams, toCustomerQuery } from "@/lib/customers/customer-search-params";
import type { CustomerPage, CustomerQuery, CustomerSort } from "@/lib/customers/schemas";
import { useCustomers } from "@/lib/customers/use-customers";
import { RequestError } from "@/lib/get-json";
import { routes } from "@/lib/routes";
import { CustomerFilterChips, CustomerFilters } from "./customer-filters";
import { useCustomerColumns } from "./use-customer-columns";

type Search = Parameters<typeof toCustomerQuery>[0];

/** The customers this person may see: searched while typing, filtered, sorted and paged, all of it in the address. */
export function CustomerList({
  initial,
  mayCreate,
}: {
  initial: { query: CustomerQuery; page: CustomerPage };
  mayCreate: boolean;
}) {
  const t = useTranslations("customers");
  const router = useRouter();
  const [search, setSearch] = useQueryStates(customerSearchParams);
  const { data, error, isPlaceholderData, isFetching, refetch } = useCustomers(
    toCustomerQuery(search),
    initial,
  );
  const page = data ?? initial.page;
  const columns = useCustomerColumns(page.countries);
  useShortcut("n", () => router.push(routes.newCustomer()), mayCreate);

  // Another question starts on its first page.
  const change = (next: Partial<Search>) =>
    setSearch({ cursor: null, ...next }, { history: "q" in next ? "replace" : "push" });
  const turn = (cursor: string | undefined) => {
    setSearch({ cursor: cursor ?? null }, { history: "push" });
    window.scrollTo({ top: 0 });
  };
  const filtered = page.total !== page.unfilteredTotal || search.q !== "";
  const newCustomer = mayCreate && (
    <ButtonLink href={routes.newCustomer()} variant="primary" title={t("newHint")} aria-keyshortcuts="n">
      <Plus aria-hidden="true" />
      {t("new")}
    </ButtonLink>
  );

  return (
    <>
      <PageHeader
        title={t("title")}
        facts={
          <span aria-live="polite">
            {filtered
              ? t("countOf", { shown: page.total, total: page.unfilteredTotal })
              : t("count", { total: page.unfilteredTotal })}
            {" · "}
            {t.rich("asOf", { time: () => <RelativeTime value={page.asOf} /> })}
          </span>
        }
        actions={newCustomer}
      />
      <DataTable
        label={t("title")}
        tableId="customers"
        columns={columns}
        rows={page.rows}
        getRowId={(row) => row.id}
        rowHref={(row) => routes.customer(row.id)}
        sort={{ id: search.sort.replace("-", ""), desc: search.sort.startsWith("-") }}
        onSortChange={(sort) => change({ sort: toSort(sort) })}
        refreshing={isPlaceholderData}
        empty={
          filtered ? (
            <EmptyState
              title={t("empty.noneTitle")}
              description={t("empty.noneDescription")}
              action={
                <Button onClick={() => change({ q: "", status: null, country: [] })}>
                  {t("empty.clear")}
                </Button>
              }
            />
          ) : (
            <EmptyState
              title={mayCreate ? t("empty.title") : t("empty.salesTitle")}
              description={mayCreate ? t("empty.description") : t("empty.salesDescription")}
              action={newCustomer}
            />
          )
        }
        toolbar={
          <div className="grid w-full gap-2">
            <div className="flex flex-wrap items-center gap-2">
              <CustomerFilters
                search={search}
                countries={page.countries}
                pending={isFetching && isPlaceholderData}
                onChange={change}
              />
            </div>
            <CustomerFilterChips search={search} countries={page.countries} onChange={change} />
            {error && <RefreshProblem error={error} onRetry={() => refetch()} />}
          </div>
        }
        footer={
          page.rows.length > 0 && (
            <PaginationBar
              summary={t("range", {
                from: page.from,
                to: page.from + page.rows.length - 1,
                total: page.total,
              })}
              pending={isPlaceholderData}
              pageSize={search.limit}
              onPageSizeChange={(limit) => change({ limit })}
              {...(page.previousCursor ? { onPrevious: () => turn(page.previousCursor) } : {})}
              {...(page.nextCursor ? { onNext: () => turn(page.nextCursor) } : {})}
            />
          )
        }
      />
    </>
  );
}

/** The rows on the screen are older than asked for. */
function RefreshProblem({ error, onRetry }: { error: Error; onRetry: () => void }) {
  const t = useTranslations("errors");
  const known = error instanceof RequestError ? error : undefined;
  return (
    <Banner
      tone="attention"
      live="polite"
      reference={known?.reference}
      action={
        <Button size="sm" onClick={onRetry}>
          {t("tryAgain")}
        </Button>
      }
    >
      {known?.message || t(known?.status === 0 ? "OFFLINE" : "UNEXPECTED")}
    </Banner>
  );
}

function toSort(sort: { id: string; desc: boolean } | null): CustomerSort {
  if (sort?.id === "created") return sort.desc ? "-created" : "created";
  return sort?.desc ? "-name" : "name";
}
