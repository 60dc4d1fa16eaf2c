/**
 * The value that a server action returned, out of the answer that Next sends to the browser: rows of `id:json`, of which
 * row 0 names under `a` the row with the value. Long texts are rows of their own, `id:Tlength,text`.
 * Throws when there is no such value, for example because the action threw.
 */
export function readActionValue(answer: string): unknown {
  const rows = rowsOf(Buffer.from(answer, "utf8"));
  const root = rows.get("0");
  const place = root?.kind === "json" ? (JSON.parse(root.text) as { a?: string }).a : undefined;
  const id = typeof place === "string" ? /^\$@([0-9a-f]+)$/.exec(place)?.[1] : undefined;
  const row = id === undefined ? undefined : rows.get(id);
  if (!row) throw new Error(`no value of an action in the answer: ${answer.slice(0, 300)}`);
  return readRow(row, rows);
}

type Row = { kind: "json" | "text" | "other"; text: string };

function rowsOf(bytes: Buffer): Map<string, Row> {
  const rows = new Map<string, Row>();
  let at = 0;
  while (at < bytes.length) {
    const colon = bytes.indexOf(":", at);
    if (colon < 0) break;
    const id = bytes.toString("latin1", at, colon);
    const tag = bytes.toString("latin1", colon + 1, colon + 2);
    if (tag === "T") {
      const comma = bytes.indexOf(",", colon);
      const length = Number.parseInt(bytes.toString("latin1", colon + 2, comma), 16);
      rows.set(id, { kind: "text", text: bytes.toString("utf8", comma + 1, comma + 1 + length) });
      at = comma + 1 + length;
      continue;
    }
    const newline = bytes.indexOf("\n", colon);
    const end = newline < 0 ? bytes.length : newline;
    const isTagged = /[A-Z]/.test(tag);
    rows.set(id, { kind: isTagged ? "other" : "json", text: bytes.toString("utf8", colon + 1, end) });
    at = end + 1;
  }
  return rows;
}

function readRow(row: Row, rows: Map<string, Row>): unknown {
  if (row.kind === "text") return row.text;
  if (row.kind === "other") throw new Error(`the action failed: ${row.text.slice(0, 300)}`);
  return JSON.parse(row.text, (_key, value) => revive(value, rows));
}

function revive(value: unknown, rows: Map<string, Row>): unknown {
  if (typeof value !== "string" || !value.startsWith("$")) return value;
  if (value.startsWith("$$")) return value.slice(1);
  if (value === "$undefined") return undefined;
  if (value.startsWith("$D")) return value.slice(2);
  const row = rows.get(value.slice(1));
  return row ? readRow(row, rows) : value;
}
