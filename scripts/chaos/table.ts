/** What is printed of one drill. */
export type Line = {
  drill: string;
  attempts: number;
  faults: number;
  kills: number;
  duplicates: number;
  lost: number;
  unknown: number;
  ok: boolean;
  seconds: number;
};

const COLUMNS = [
  "drill",
  "attempts",
  "faults",
  "kills",
  "duplicates",
  "lost",
  "unknown",
  "seconds",
  "ok",
] as const satisfies readonly (keyof Line)[];

/** The lines as a table for people. */
export function toTable(lines: readonly Line[]): string {
  const rows = [COLUMNS, ...lines.map((line) => COLUMNS.map((column) => textOf(line[column])))];
  const widths = COLUMNS.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const text = rows.map((row) =>
    row
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join("  ")
      .trimEnd(),
  );
  return `\n${text.join("\n")}\n`;
}

const textOf = (value: string | number | boolean) =>
  typeof value === "boolean" ? (value ? "ok" : "FAIL") : String(value);
