"use client";

import type { MouseEvent } from "react";
import { rowAround } from "@/components/data-table/row-place";
import type { AuditRow } from "@/lib/audit/audit-list-page";

/**
 * The entry that is open in the side panel, by its place in the chain as the address has it. `linked` is the one the server
 * has read for the address it was asked for, which may be on no page that is loaded.
 */
export function useOpenEntry({
  rows,
  place,
  linked,
  open,
}: {
  rows: readonly AuditRow[];
  place: number | null;
  linked: AuditRow | null;
  open: (place: number | null) => void;
}) {
  const index = rows.findIndex(({ sequence }) => sequence === place);
  const entry = rows[index] ?? (linked?.sequence === place ? linked : null);
  return {
    entry,
    close: () => open(null),
    peek: (row: number) => open(rows[row]?.sequence ?? null),
    move: (by: 1 | -1) => {
      const next = rows[index + by];
      if (index >= 0 && next) open(next.sequence);
    },
    /** A plain press on a row's link opens the panel here; with a key held it goes where links go. */
    press: (event: MouseEvent) => {
      if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      const link = event.target instanceof Element ? event.target.closest("a[data-row-link]") : null;
      const row = rowAround(link);
      if (!row) return;
      event.preventDefault();
      open(rows[row.index]?.sequence ?? null);
    },
  };
}
