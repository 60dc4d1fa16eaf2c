/** What becomes of a list's rows: some are left out, or get other values. */
export type Distortion = {
  kind: "missing-rows" | "changed-rows";
  /** Share of the rows it happens to, spread evenly. */
  share: number;
  /** For `changed-rows`: the values that rows get. */
  fields?: Record<string, unknown> | undefined;
};

/** The JSON text of a page of a list, distorted; a text without a list of objects stays as it is. */
export function distortList(text: string, { kind, share, fields }: Distortion): string {
  const answer: unknown = JSON.parse(text);
  if (!isRecord(answer)) return text;
  const list = Object.entries(answer).find(([, value]) => Array.isArray(value) && value.every(isRecord));
  if (!list) return text;
  const [name, rows] = list as [string, Record<string, unknown>[]];
  const hit = (index: number) => Math.floor((index + 1) * share) > Math.floor(index * share);
  const distorted =
    kind === "missing-rows"
      ? rows.filter((_, index) => !hit(index))
      : rows.map((row, index) => (hit(index) ? { ...row, ...fields } : row));
  return JSON.stringify({ ...answer, [name]: distorted });
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
