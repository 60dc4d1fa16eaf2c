"use client";

import { useCallback } from "react";
import { PeekSheet } from "@/app/(portal)/_components/list/peek-sheet";
import { SelectionBar } from "@/app/(portal)/_components/list/selection-bar";
import { toSort } from "@/app/(portal)/_components/list/sort-param";
import { RequestProblem } from "@/app/(portal)/_components/request-problem";
import { shownColumns } from "@/components/data-table/columns";
import { ListTable } from "@/components/data-table/list-table";
import { useTableLayout } from "@/components/data-table/table-layout";
import { useSelection } from "@/components/data-table/use-selection";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { type AuditListPage, type AuditRow, auditListPageSchema } from "@/lib/audit/audit-list-page";
import { toAuditListParams } from "@/lib/audit/audit-list-query";
import { type AuditListSearch, auditListParsers, toAuditListQuery } from "@/lib/audit/audit-list-search";
import type { AuditState } from "@/lib/audit/audit-state-schema";
import { resourceOf } from "@/lib/audit/resource-of";
import { useTranslations } from "@/lib/i18n/use-translations";
import { useInfiniteList } from "@/lib/lists/use-infinite-list";
import type { Packed } from "@/lib/packed";
import type { TableLayout } from "@/lib/preferences";
import { routes } from "@/lib/routes";
import { useSearchState } from "@/lib/use-search-state";
import { AuditBar } from "./audit-bar";
import { useAuditColumns } from "./audit-columns";
import { AuditEntry } from "./audit-entry";
import { CheckButton } from "./chain-check";
import { ChainHistory } from "./chain-history";
import { ChainLine } from "./chain-line";
import { ChainNotices } from "./chain-notices";
import { useChainState } from "./use-chain-state";
import { useOpenEntry } from "./use-open-entry";

const NO_FILTERS = { q: "", person: [], action: [], outcome: [], customer: [], from: null, to: null };
const getRowId = (row: AuditRow) => String(row.sequence);
const rowHref = (row: AuditRow) => routes.adminAudit({ entry: row.sequence });

/** The audit log, newest first, and how its chain stands. `initial` is what the server has read for its own question. */
export function AuditView({
  initial,
  layout: initialLayout,
  state: initialState,
  people,
  linked,
}: {
  initial: { params: Record<string, string>; page: Packed<AuditListPage> };
  layout: TableLayout;
  state: AuditState;
  people: readonly { id: string; name: string }[];
  /** The entry that the address names. */
  linked: AuditRow | null;
}) {
  const t = useTranslations("audit");
  const [search, setSearch] = useSearchState(auditListParsers, { history: "push" });
  const params = toAuditListParams(toAuditListQuery(search));
  const list = useInfiniteList<AuditRow, AuditListPage>({
    list: "audit",
    params,
    url: routes.api.audit,
    schema: auditListPageSchema,
    initial,
    getRowId,
  });
  const { rows, first } = list;
  const chain = useChainState(initialState);
  const layout = useTableLayout("audit", initialLayout);
  const nameOf = useCallback((id: string) => people.find((one) => one.id === id)?.name ?? null, [people]);
  const columns = useAuditColumns(nameOf);
  const total = first.isMore ? Math.max(list.total, rows.length + 1) : list.total;
  const selection = useSelection({ rows, getRowId, question: JSON.stringify(params), total });
  const change = (next: Partial<AuditListSearch>) =>
    setSearch(next as Parameters<typeof setSearch>[0], { history: "q" in next ? "replace" : "push" });
  const opened = useOpenEntry({
    rows,
    place: search.entry,
    linked,
    open: (entry) => setSearch({ entry }, { history: "replace" }),
  });
  const { sort: _sort, ...filters } = params;
  const filtered = Object.keys(filters).length > 0;
  const all = chain.state.head?.sequence ?? list.total;
  const running = chain.state.checks[0]?.state === "running";
  const { entry } = opened;
  const csvHref = (wanted: Record<string, string>) => {
    const shown = shownColumns(columns, layout.columns).map(({ id }) => id);
    return routes.api.auditCsv({ ...wanted, columns: shown.join(",") });
  };

  return (
    <div
      data-fills-screen=""
      className="flex min-w-0 flex-col gap-2 sm:-mb-16 sm:h-[calc(100dvh-4.5rem)] sm:min-h-[28rem] sm:pb-2 print:h-auto"
    >
      <PageHeader
        title={t("title")}
        className="pb-2"
        facts={
          <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
            <span role="status" className="tabular-nums">
              {!filtered
                ? t("count", { total: list.total })
                : t(first.isMore ? "countMore" : "countOf", { shown: list.total, total: all })}
            </span>
            <span aria-hidden="true" className="text-3">
              ·
            </span>
            <ChainLine check={chain.state.checks[0]} />
          </span>
        }
        actions={
          <>
            <ChainHistory checks={chain.state.checks} />
            <CheckButton running={running} onAsked={chain.look} />
          </>
        }
      />
      <ChainNotices checks={chain.state.checks} failed={chain.failed} />
      <AuditBar
        search={search}
        people={people}
        customerNameOf={(id) => rows.find((row) => row.customer?.id === id)?.customer?.name ?? null}
        onChange={change}
        onClear={filtered ? () => change(NO_FILTERS) : undefined}
        pending={list.refreshing && list.reading}
        columns={columns}
        layout={layout}
        csvHref={csvHref(params)}
        total={list.total}
        isMore={first.isMore}
      />
      {list.error && (
        <RequestProblem error={list.error} pending={list.reading} onRetry={() => void list.reread()} />
      )}
      {rows.length === 0 ? (
        <div className={cn(list.refreshing && "**:text-3!")}>
          <EmptyState
            title={t(filtered ? "empty.filtered.title" : "empty.none.title")}
            description={t(filtered ? "empty.filtered.text" : "empty.none.text")}
            action={
              filtered ? (
                <Button onClick={() => change(NO_FILTERS)}>{t("empty.filtered.action")}</Button>
              ) : undefined
            }
          />
        </div>
      ) : (
        // The rows' own links are pressed, by Enter too; this only keeps them on the page.
        <div className="contents" onClickCapture={opened.press}>
          <ListTable
            label={t("tableLabel")}
            columns={columns}
            layout={layout}
            rows={rows}
            total={total}
            getRowId={getRowId}
            rowHref={rowHref}
            rowName={(row) => t("entry.title", { sequence: row.sequence })}
            question={list.question}
            sort={toSort(search.sort)}
            onSortChange={(sort) => change({ sort: sort?.desc === false ? "at" : "-at" })}
            selection={selection}
            onPeek={opened.peek}
            hasMore={list.hasMore}
            onMore={list.more}
            moreFailed={list.moreFailed}
            refreshing={list.refreshing}
            fill
          />
        </div>
      )}
      <SelectionBar
        selection={selection}
        total={total}
        loaded={rows.length}
        rowHref={rowHref}
        csvHref={(ids) => csvHref(ids ? { sort: search.sort, ids: ids.join(",") } : params)}
      />
      <PeekSheet
        title={entry ? t("entry.title", { sequence: entry.sequence }) : ""}
        open={entry !== null}
        href={entry && resourceOf(entry.resource).href}
        onMove={opened.move}
        onClose={opened.close}
      >
        {entry && <AuditEntry entry={entry} nameOf={nameOf} />}
      </PeekSheet>
    </div>
  );
}
