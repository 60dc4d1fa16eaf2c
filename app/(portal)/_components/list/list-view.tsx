"use client";

import { type ReactNode, useCallback, useState } from "react";
import { type DataColumn, type Sort, shownColumns } from "@/components/data-table/columns";
import { ListTable } from "@/components/data-table/list-table";
import { PhoneSort } from "@/components/data-table/phone-sort";
import type { LayoutControl } from "@/components/data-table/table-layout";
import { TableMenu } from "@/components/data-table/table-menu";
import { useSelection } from "@/components/data-table/use-selection";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { PageHeader } from "@/components/ui/page-header";
import { SearchField } from "@/components/ui/search-field";
import { RequestError } from "@/lib/get-json";
import { useTranslations } from "@/lib/i18n/use-translations";
import type { useInfiniteList } from "@/lib/lists/use-infinite-list";
import type { Freshness } from "@/lib/mirror/freshness";
import type { SyncResource } from "@/lib/mirror/sync-schemas";
import { FreshnessLine } from "../freshness-line";
import { CsvLink } from "./csv-link";
import { FillProgress } from "./fill-progress";
import { PeekSheet } from "./peek-sheet";
import { SelectionBar } from "./selection-bar";

type Params = Record<string, string>;
type InfiniteList<Row> = Pick<
  ReturnType<typeof useInfiniteList<Row, never>>,
  "question" | "rows" | "total" | "hasMore" | "more" | "moreFailed" | "refreshing" | "reading" | "error"
> & { first: { freshness: Freshness }; reread: () => unknown; look: () => unknown };

export type ListViewProps<Row> = {
  resource: SyncResource;
  list: InfiniteList<Row>;
  /** What is asked, without what is as usual. */
  params: Params;
  columns: readonly DataColumn<Row>[];
  layout: LayoutControl;
  label: string;
  /** The page's own head; without it the list is part of another page. */
  head?: { title: string; views: ReactNode; actions?: ReactNode };
  /** How many there are, in words. */
  count: ReactNode;
  search: { label: string; placeholder?: string; value: string; onChange: (text: string) => void };
  filters: ReactNode;
  /** Takes all filters off; absent while none is on. */
  onClear?: (() => void) | undefined;
  sort: Sort;
  onSortChange: (sort: Sort | null) => void;
  getRowId: (row: Row) => string;
  rowHref: (row: Row) => string;
  rowName: (row: Row) => string;
  csv: (params: Params) => string;
  money: (rows: readonly Row[]) => ReactNode;
  /** The facts of a row, for the side panel. */
  peek: (row: Row) => ReactNode;
  /** Why there are no rows, and the first step. */
  empty: ReactNode;
  mayManageSync: boolean;
};

/** A page of rows out of the mirror: searched, filtered, sorted, chosen, exported; how old it is, and how to renew it. */
export function ListView<Row>(props: ListViewProps<Row>) {
  const { resource, list, params, columns, layout, head, search, getRowId, rowHref, rowName } = props;
  const t = useTranslations("list");
  const { rows, total, question } = list;
  const { freshness } = list.first;
  const [peeked, setPeeked] = useState<number | null>(null);
  const selection = useSelection({ rows, getRowId, question: filterOf(params), total });
  const shown = shownColumns(columns, layout.columns);
  const csvHref = (ids: readonly string[] | null) => {
    const { sort } = params;
    const wanted: Params = ids ? { ...(sort ? { sort } : {}), ids: ids.join(",") } : params;
    return props.csv({ ...wanted, columns: shown.map(({ id }) => id).join(",") });
  };
  const filling = freshness.asOf === null;
  const look = list.look;
  const onNews = useCallback(() => void look(), [look]);
  const peekedRow = peeked === null ? undefined : rows[peeked];
  const facts = (
    <span className="flex flex-wrap items-center gap-x-2">
      <span role="status" className="tabular-nums">
        {props.count}
      </span>
      <span aria-hidden="true" className="text-3">
        ·
      </span>
      <FreshnessLine
        resource={resource}
        freshness={freshness}
        mayManage={props.mayManageSync}
        onNews={onNews}
      />
    </span>
  );

  return (
    <div
      data-fills-screen={head ? "" : undefined}
      className={cn(
        "flex min-w-0 flex-col gap-2",
        // The list fills the screen under its head, and only its rows scroll.
        head && "sm:-mb-16 sm:h-[calc(100dvh-4.5rem)] sm:min-h-[28rem] sm:pb-2 print:h-auto",
      )}
    >
      {head ? (
        <PageHeader
          title={head.title}
          badge={head.views}
          facts={facts}
          actions={head.actions}
          className="pb-2"
        />
      ) : (
        <div className="text-table text-2">{facts}</div>
      )}
      <div data-print="hide" className="flex flex-wrap items-center gap-2">
        <SearchField {...search} pending={list.refreshing && list.reading} className="sm:w-72" />
        <fieldset className="contents">
          <legend className="sr-only">{t("filters")}</legend>
          {props.filters}
        </fieldset>
        {props.onClear && (
          <Button variant="ghost" size="sm" onClick={props.onClear}>
            {t("clearFilters")}
          </Button>
        )}
        <div className="ml-auto flex items-center gap-1 max-sm:w-full">
          <PhoneSort columns={columns} sort={props.sort} onSortChange={props.onSortChange} />
          {total > 0 && <CsvLink href={csvHref(null)} rows={total} />}
          <TableMenu columns={columns} layout={layout} />
        </div>
      </div>
      {list.error && <RereadProblem error={list.error} onRetry={() => void list.reread()} />}
      <FillProgress resource={resource} freshness={freshness} empty={rows.length === 0} />
      {rows.length === 0 ? (
        !filling && <div className={cn(list.refreshing && "**:text-3!")}>{props.empty}</div>
      ) : (
        <ListTable
          label={props.label}
          columns={columns}
          layout={layout}
          rows={rows}
          total={total}
          getRowId={getRowId}
          rowHref={rowHref}
          rowName={rowName}
          question={question}
          sort={props.sort}
          onSortChange={props.onSortChange}
          selection={selection}
          onPeek={setPeeked}
          hasMore={list.hasMore}
          onMore={list.more}
          moreFailed={list.moreFailed}
          refreshing={list.refreshing}
          fill={head !== undefined}
        />
      )}
      <SelectionBar
        selection={selection}
        total={total}
        loaded={rows.length}
        rowHref={rowHref}
        csvHref={csvHref}
        money={props.money}
      />
      <PeekSheet
        title={peekedRow === undefined ? "" : rowName(peekedRow)}
        href={peekedRow === undefined ? null : rowHref(peekedRow)}
        onMove={(by) =>
          setPeeked((now) => (now === null ? null : Math.min(Math.max(now + by, 0), rows.length - 1)))
        }
        onClose={() => setPeeked(null)}
      >
        {peekedRow !== undefined && props.peek(peekedRow)}
      </PeekSheet>
    </div>
  );
}

/** The filters alone: every match of them stays chosen when only the order changes. */
function filterOf({ sort: _sort, ...filters }: Params): string {
  return JSON.stringify(filters);
}

/** The rows on the screen are older than asked for. */
function RereadProblem({ error, onRetry }: { error: Error; onRetry: () => void }) {
  const t = useTranslations("errors");
  const told = error instanceof RequestError ? error : undefined;
  return (
    <Banner
      tone="attention"
      live="polite"
      reference={told?.reference}
      action={
        <Button size="sm" onClick={onRetry}>
          {t("tryAgain")}
        </Button>
      }
    >
      {told?.message || t(told?.status === 0 ? "OFFLINE" : "UNEXPECTED")}
    </Banner>
  );
}
