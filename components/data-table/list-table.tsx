"use client";

import {
  type CSSProperties,
  Fragment,
  type MouseEvent,
  type RefObject,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import {
  columnNames,
  columnSize,
  type DataColumn,
  placeColumns,
  type Sort,
  shownColumns,
} from "@/components/data-table/columns";
import { DataTableHead, headCellClass } from "@/components/data-table/data-table-head";
import { keptScroll, useKeepScroll } from "@/components/data-table/kept-scroll";
import { ListRow } from "@/components/data-table/list-row";
import { rowAround, rowAt } from "@/components/data-table/row-place";
import { groupRole, headRole, tableRole } from "@/components/data-table/row-roles";
import { SelectBox } from "@/components/data-table/select-box";
import { showWholeText } from "@/components/data-table/show-whole-text";
import { SkeletonRow } from "@/components/data-table/skeleton-rows";
import { type LayoutControl, ROW_HEIGHT_PX } from "@/components/data-table/table-layout";
import { useListKeys } from "@/components/data-table/use-list-keys";
import { useRowPress } from "@/components/data-table/use-row-press";
import { useRowWindow } from "@/components/data-table/use-row-window";
import type { SelectionControl } from "@/components/data-table/use-selection";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { LiveRegion } from "@/components/ui/live-region";
import { useLate } from "@/components/ui/use-late";
import { useTranslations } from "@/lib/i18n/use-translations";

const LEAD_PX = 40;
/** So many rows before the end of what is loaded the next ones are asked for. */
const AHEAD = 40;
const SKELETONS = 12;

export type ListTableProps<Row> = {
  /** What the list holds, for screen readers: "Orders". */
  label: string;
  columns: readonly DataColumn<Row>[];
  layout: LayoutControl;
  rows: readonly Row[];
  /** How many rows there are in all. */
  total: number;
  getRowId: (row: Row) => string;
  /** Must keep its identity. */
  rowHref: (row: Row) => string;
  /** What a row is called. */
  rowName: (row: Row) => string;
  /** Stands for the filters and the order: another question begins at the top. */
  question: string;
  sort: Sort | null;
  onSortChange: (sort: Sort | null) => void;
  selection: SelectionControl<Row>;
  /** Opens the side panel of a row. */
  onPeek?: (index: number) => void;
  hasMore: boolean;
  /** Asks for the next rows; called again and again while they are under way. */
  onMore: () => void;
  moreFailed: boolean;
  /** Rows of another question are being read; the old ones stay, fainter. */
  refreshing: boolean;
  /** Fills what is left of the screen; else as high as it needs to be, at most most of the screen. */
  fill?: boolean;
};

/**
 * A list of any length: only the rows near the eye are in the page, the next ones are read before the end is reached.
 * j and k move, Enter opens, Space peeks, x selects. On a phone the rows are entries that scroll with the page.
 */
export function ListTable<Row>(props: ListTableProps<Row>) {
  const { label, columns, layout, rows, total, getRowId, rowHref, rowName, question, selection } = props;
  const { hasMore, onMore, moreFailed, refreshing, onPeek, fill = false } = props;
  const t = useTranslations("common");
  const region = useRef<HTMLDivElement>(null);
  const table = useRef<HTMLTableElement>(null);
  const body = useRef<HTMLTableSectionElement>(null);
  const [active, setActive] = useState(-1);
  const [focusWanted, setFocusWanted] = useState(0);
  const shown = useMemo(() => placeColumns(shownColumns(columns, layout.columns)), [columns, layout.columns]);
  const rowHeight = ROW_HEIGHT_PX[layout.density];
  const waiting = hasMore && !moreFailed ? Math.min(Math.max(total - rows.length, 1), SKELETONS) : 0;
  const scrollKey = `${label} ${question}`;
  const view = useRowWindow({
    count: rows.length + waiting,
    rowHeight,
    region,
    body,
    active,
    getKey: (index) => {
      const row = rows[index];
      return row === undefined ? `skeleton ${index}` : getRowId(row);
    },
    initialOffset: () => keptScroll(scrollKey),
  });
  useKeepScroll(region, scrollKey);
  useScrolledMark(region);
  const faint = useLate(refreshing);

  // Another question begins at the top, with the first of its own rows.
  const asked = useRef(question);
  useLayoutEffect(() => {
    if (asked.current === question || refreshing) return;
    asked.current = question;
    setActive(-1);
    if (region.current) region.current.scrollTop = 0;
  }, [question, refreshing]);

  const lastSeen = view.items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (hasMore && !moreFailed && !refreshing && lastSeen >= rows.length - AHEAD) onMore();
  }, [hasMore, moreFailed, refreshing, lastSeen, rows.length, onMore]);

  const linkAt = (index: number) =>
    body.current?.querySelector<HTMLElement>(`${rowAt(index)} [data-row-link]`);
  // The row that was moved to is in the page by now.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a new wish moves the focus
  useEffect(() => {
    if (focusWanted > 0) linkAt(active)?.focus({ preventScroll: true });
  }, [focusWanted]);

  const indexOf = (element: EventTarget | null): number => {
    const around = rowAround(element);
    return around && body.current?.contains(around.element) ? around.index : -1;
  };
  useListKeys(table, {
    move: (by) => {
      if (rows.length === 0) return;
      const focused = indexOf(document.activeElement);
      const from = focused >= 0 ? focused : active;
      const next = from < 0 ? (by > 0 ? 0 : rows.length - 1) : from + by;
      const index = Math.min(Math.max(next, 0), rows.length - 1);
      setActive(index);
      view.scrollTo(index);
      setFocusWanted((count) => count + 1);
    },
    peek: () => onPeek?.(indexOf(document.activeElement)),
    select: (range) => {
      const focused = indexOf(document.activeElement);
      const row = rows[focused >= 0 ? focused : active];
      if (row !== undefined) selection.toggle(row, range);
    },
    clear: () => {
      if (selection.count === 0) return false;
      selection.clear();
      return true;
    },
  });

  const pressRow = useRowPress();
  const press = (event: MouseEvent<HTMLElement>) => {
    const around = rowAround(event.target);
    const row = around && rows[around.index];
    if (!around || row === undefined || !(event.target instanceof Element)) return;
    if (event.target.matches("input[type=checkbox]")) selection.toggle(row, event.shiftKey);
    else if (event.shiftKey && event.button === 0 && !event.target.closest("a, button")) {
      selection.toggle(row, true);
    } else pressRow(event, around.element);
  };

  const loadedSelected = rows.filter((row) => selection.has(getRowId(row))).length;
  const width = shown.reduce((sum, column) => sum + columnSize(column), LEAD_PX);
  const style: CSSProperties & Record<"--row" | "--lead" | "--width", string> = {
    "--row": `${rowHeight}px`,
    "--lead": `${LEAD_PX}px`,
    "--width": `${width}px`,
    ...columnNames(shown, 1),
  };
  let filled = 0;
  return (
    <div
      ref={region}
      data-scroll-region=""
      data-overflows=""
      className={cn(
        "group/scroll relative -mx-2 min-h-0 overscroll-x-contain print:overflow-visible sm:overflow-auto",
        fill ? "sm:flex-[0_1_auto]" : "sm:max-h-[80dvh]",
      )}
    >
      <LiveRegion>{refreshing ? t("loading") : null}</LiveRegion>
      <table
        {...tableRole}
        ref={table}
        aria-label={label}
        aria-busy={refreshing}
        aria-rowcount={total + 1}
        style={style}
        className="w-full border-separate border-spacing-0 text-table max-sm:block sm:min-w-(--width) sm:table-fixed"
      >
        <colgroup className="max-sm:hidden">
          <col style={{ width: LEAD_PX }} />
          {shown.map((column) => (
            <col key={column.id} style={{ width: columnSize(column) }} />
          ))}
        </colgroup>
        <DataTableHead
          columns={shown}
          sort={props.sort}
          onSortChange={props.onSortChange}
          lead={
            <th {...headRole} scope="col" className={cn(headCellClass, "left-0 z-20 px-0 sm:pl-2")}>
              <SelectBox
                label={t("selectLoaded")}
                checked={rows.length > 0 && loadedSelected === rows.length}
                indeterminate={loadedSelected > 0 && loadedSelected < rows.length}
                onChange={() =>
                  loadedSelected === rows.length ? selection.clear() : selection.selectLoaded()
                }
              />
            </th>
          }
        />
        {/* biome-ignore lint/a11y/useKeyWithClickEvents: the rows' links and boxes are the keyboard's way */}
        <tbody
          {...groupRole}
          ref={body}
          onClick={press}
          onAuxClick={press}
          onPointerOver={showWholeText}
          onMouseDown={(event) => {
            // A range of rows, not of letters.
            if (event.shiftKey && !(event.target as Element).closest("a")) event.preventDefault();
          }}
          onFocus={(event) => setActive(indexOf(event.target))}
          className={cn("max-sm:block", faint && "**:text-3!")}
        >
          {view.items.map(({ index, key, start, end }) => {
            const gap = start - filled;
            filled = end;
            const row = rows[index];
            return (
              <Fragment key={key}>
                {gap > 0.5 && <Gap height={gap} />}
                {row === undefined ? (
                  <SkeletonRow columns={shown} index={index} withLead />
                ) : (
                  <ListRow
                    row={row}
                    index={index}
                    columns={shown}
                    href={rowHref(row)}
                    selected={selection.has(getRowId(row))}
                    selectLabel={t("selectRow", { name: rowName(row) })}
                    phone={view.phone}
                    measure={view.measure}
                  />
                )}
              </Fragment>
            );
          })}
          {view.total - filled > 0.5 && <Gap height={view.total - filled} />}
        </tbody>
      </table>
      {moreFailed && (
        <p role="alert" className="flex items-center gap-3 px-2 py-3 text-table text-danger-text">
          {t("moreFailed")}
          <Button size="sm" onClick={onMore}>
            {t("tryAgain")}
          </Button>
        </p>
      )}
    </div>
  );
}

/** Room of rows that are not in the page. */
function Gap({ height }: { height: number }) {
  return (
    // biome-ignore lint/a11y/noInteractiveElementToNoninteractiveRole: it is no row to anybody, only room
    <tr role="presentation" className="max-sm:block">
      <td role="presentation" style={{ height }} className="p-0 max-sm:block" />
    </tr>
  );
}

/** Marks the region while it is scrolled sideways: the first column then shows its edge. */
function useScrolledMark(region: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = region.current;
    if (!element) return;
    const mark = () => element.toggleAttribute("data-scrolled", element.scrollLeft > 1);
    element.addEventListener("scroll", mark, { passive: true });
    return () => element.removeEventListener("scroll", mark);
  }, [region]);
}
