export interface IonDuration {
  years: number;
  months: number;
  weeks: number;
  days: number;
}

const PATTERN = /^P(?:(\d{1,4})Y)?(?:(\d{1,4})M)?(?:(\d{1,4})W)?(?:(\d{1,5})D)?$/i;

/** Reads an ISO 8601 date duration such as `P1M` or `P3Y`; null for anything else, for example `Monthly` (D39). */
export function parseDuration(text: string | null): IonDuration | null {
  const match = PATTERN.exec(text?.trim() ?? "");
  if (!match || match[0].length < 3) return null;
  const [, years = "0", months = "0", weeks = "0", days = "0"] = match;
  return { years: Number(years), months: Number(months), weeks: Number(weeks), days: Number(days) };
}
