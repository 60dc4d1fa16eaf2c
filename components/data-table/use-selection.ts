"use client";

import { useState } from "react";
import {
  allLoaded,
  allMatching,
  isSelected,
  noSelection,
  ranged,
  renewed,
  type Selection,
  toggled,
} from "@/components/data-table/selection";

export type SelectionControl<Row> = {
  /** How many are chosen; of all matches as many as there are. */
  count: number;
  /** Every match is chosen, loaded or not. */
  matching: boolean;
  /** The chosen rows; of all matches those that are loaded. */
  rows: readonly Row[];
  ids: readonly string[];
  has: (id: string) => boolean;
  toggle: (row: Row, range: boolean) => void;
  selectLoaded: () => void;
  selectMatching: () => void;
  clear: () => void;
};

/** The chosen rows of a list. `question` stands for its filters; `total` is how many match. */
export function useSelection<Row>({
  rows,
  getRowId,
  question,
  total,
}: {
  rows: readonly Row[];
  getRowId: (row: Row) => string;
  question: string;
  total: number;
}): SelectionControl<Row> {
  const [selection, setSelection] = useState<Selection<Row>>(noSelection);
  const loaded = { rows, getRowId, question };
  const matching = selection.matching === question;
  const chosen = matching ? rows : renewed(selection, loaded);
  return {
    count: matching ? total : selection.rows.size,
    matching,
    rows: chosen,
    ids: chosen.map(getRowId),
    has: (id) => isSelected(selection, question, id),
    toggle: (row, range) => setSelection((range ? ranged : toggled)(selection, loaded, row)),
    selectLoaded: () => setSelection(allLoaded(selection, loaded)),
    selectMatching: () => setSelection(allMatching(question)),
    clear: () => setSelection(noSelection),
  };
}
