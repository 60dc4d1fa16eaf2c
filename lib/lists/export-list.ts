import "server-only";
import { recordAudit } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { type CsvColumn, csvResponse } from "./csv-response";
import { eachRow, type ListReader } from "./keyset-page";

/** Rows that are read at once. */
const BATCH = 1_000;

/**
 * A list as a file, row by row as the list has them; who took it, with which filters and how many rows, is put on record.
 * Of a text that was searched for only that there was one: it may name somebody. For callers that have authorised the
 * person.
 */
export function exportList<Row>(
  actor: Actor,
  list: string,
  params: Readonly<Record<string, string>>,
  reader: ListReader<Row>,
  columns: readonly CsvColumn<Row>[],
): Response {
  return exportRows(actor, list, params, { rows: eachRow(reader, BATCH), columns });
}

/** The same for rows that come from elsewhere than a table. */
export function exportRows<Row>(
  actor: Actor,
  list: string,
  params: Readonly<Record<string, string>>,
  { rows, columns }: { rows: AsyncIterable<Row>; columns: readonly CsvColumn<Row>[] },
): Response {
  const { q, ids, ...filters } = params;
  return csvResponse({
    list,
    columns,
    rows,
    onEnd: ({ rows: count, complete }) =>
      recordAudit(actor, {
        action: "lists:export",
        resource: list,
        outcome: complete ? "done" : "failed",
        details: {
          rows: count,
          filters,
          ...(q === undefined ? {} : { searched: true }),
          ...(ids === undefined ? {} : { selected: ids.split(",").filter(Boolean).length }),
        },
      }),
  });
}
