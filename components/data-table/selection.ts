/**
 * Rows somebody has chosen. They are kept as they were when chosen, so that the choice outlives paging, sorting and
 * filtering. `matching` is the question whose every match is chosen, seen or not; it counts while that question stands.
 */
export type Selection<Row> = {
  rows: ReadonlyMap<string, Row>;
  matching: string | null;
  /** Where the next range begins, and whether it adds or takes away. */
  anchor: { id: string; adds: boolean } | null;
};

export function noSelection<Row>(): Selection<Row> {
  return { rows: new Map(), matching: null, anchor: null };
}

export function isSelected<Row>(selection: Selection<Row>, question: string, id: string): boolean {
  return selection.matching === question || selection.rows.has(id);
}

type Loaded<Row> = { rows: readonly Row[]; getRowId: (row: Row) => string; question: string };

/** With every match chosen and one taken off again, what is left are the rows that have been seen. */
function withoutMatching<Row>(selection: Selection<Row>, { rows, getRowId, question }: Loaded<Row>) {
  if (selection.matching !== question) return new Map(selection.rows);
  return new Map([...selection.rows, ...rows.map((row) => [getRowId(row), row] as const)]);
}

/** Chooses a row, or takes it off. */
export function toggled<Row>(selection: Selection<Row>, loaded: Loaded<Row>, row: Row): Selection<Row> {
  const id = loaded.getRowId(row);
  const adds = !isSelected(selection, loaded.question, id);
  const rows = withoutMatching(selection, loaded);
  if (adds) rows.set(id, row);
  else rows.delete(id);
  return { rows, matching: null, anchor: { id, adds } };
}

/** Does to every row from the last touched one to this one what was done to that one. */
export function ranged<Row>(selection: Selection<Row>, loaded: Loaded<Row>, row: Row): Selection<Row> {
  const { rows, getRowId } = loaded;
  const from = rows.findIndex((each) => getRowId(each) === selection.anchor?.id);
  const to = rows.indexOf(row);
  if (!selection.anchor || from < 0 || to < 0) return toggled(selection, loaded, row);
  const { adds } = selection.anchor;
  const chosen = withoutMatching(selection, loaded);
  for (const each of rows.slice(Math.min(from, to), Math.max(from, to) + 1)) {
    if (adds) chosen.set(getRowId(each), each);
    else chosen.delete(getRowId(each));
  }
  return { rows: chosen, matching: null, anchor: { id: getRowId(row), adds } };
}

/** Chooses all rows that have been loaded, beside what is chosen already. */
export function allLoaded<Row>(selection: Selection<Row>, { rows, getRowId }: Loaded<Row>): Selection<Row> {
  const chosen = new Map([...selection.rows, ...rows.map((row) => [getRowId(row), row] as const)]);
  return { rows: chosen, matching: null, anchor: null };
}

/** Chooses whatever matches the question, loaded or not. */
export function allMatching<Row>(question: string): Selection<Row> {
  return { rows: new Map(), matching: question, anchor: null };
}

/** The chosen rows as they were last seen: newer ones take the place of those kept. */
export function renewed<Row>(selection: Selection<Row>, { rows, getRowId }: Loaded<Row>): Row[] {
  const latest = new Map(rows.map((row) => [getRowId(row), row]));
  return [...selection.rows].map(([id, kept]) => latest.get(id) ?? kept);
}
