import "server-only";
import { stringify } from "csv-stringify/sync";
import { log } from "@/lib/log";

/** A column of the file: its name in the person's language, and what a row has in it. */
export type CsvColumn<Row> = {
  header: string;
  cell: (row: Row) => string | number | null | undefined;
};

type CsvOptions<Row> = {
  /** Which list it is, for the name of the file. */
  list: string;
  columns: readonly CsvColumn<Row>[];
  /** Read no faster than the client takes it, and let go of when the client does. */
  rows: AsyncIterable<Row>;
  /** Called once when it is over: how many rows went out, and whether they were all. */
  onEnd?: (outcome: { rows: number; complete: boolean }) => Promise<void>;
};

/** Bytes of text that are sent at once. */
const CHUNK_LENGTH = 32_768;
/** Says that it is UTF-8 to spreadsheets that would not look. */
const BYTE_ORDER_MARK = "\ufeff";

/**
 * A list as a file that is written while it is read: RFC 4180, UTF-8. What a spreadsheet would take for a formula is
 * disarmed, see `safeCell`. When the rows can't be read to the end the transfer breaks off, so that nobody takes a part
 * for the whole.
 */
export function csvResponse<Row>(options: CsvOptions<Row>): Response {
  const chunks = csvChunks(options);
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>(
    {
      pull: async (controller) => {
        try {
          const { done, value } = await chunks.next();
          if (done) controller.close();
          else controller.enqueue(encoder.encode(value));
        } catch (error) {
          log.error({ err: error, event: "csv-broken-off", list: options.list }, "an export broke off");
          controller.error(error);
        }
      },
      cancel: async () => {
        await chunks.return(undefined);
      },
    },
    { highWaterMark: 1 },
  );
  const day = new Date().toISOString().slice(0, 10);
  return new Response(body, {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="${options.list}-${day}.csv"`,
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
    },
  });
}

async function* csvChunks<Row>({ columns, rows, onEnd }: CsvOptions<Row>): AsyncGenerator<string, void> {
  let count = 0;
  let complete = false;
  let text = BYTE_ORDER_MARK + toLine(columns.map(({ header }) => header));
  try {
    // The names of the columns go out at once: the first rows may take a moment.
    yield text;
    text = "";
    for await (const row of rows) {
      text += toLine(columns.map(({ cell }) => cell(row)));
      count += 1;
      if (text.length < CHUNK_LENGTH) continue;
      yield text;
      text = "";
    }
    if (text !== "") yield text;
    complete = true;
  } finally {
    await onEnd?.({ rows: count, complete });
  }
}

function toLine(cells: readonly (string | number | null | undefined)[]): string {
  return stringify([cells.map(safeCell)], { record_delimiter: "\r\n", quoted_match: /[\r\n]/ });
}

/**
 * A cell as it can be opened: one that begins like a formula gets an apostrophe in front, which spreadsheets take for
 * "this is text". Plain numbers stay numbers, negative ones too.
 */
export function safeCell(value: string | number | null | undefined): string {
  const text = String(value ?? "");
  return /^[=+\-@\t\r\n]/.test(text) && !/^-?\d+(\.\d+)?$/.test(text) ? `'${text}` : text;
}
