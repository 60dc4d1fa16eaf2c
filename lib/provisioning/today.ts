const HOUR_MS = 3_600_000;

/** Today's date in UTC, YYYY-MM-DD. */
export function utcDate(now: Date = new Date()): string {
  return now.toISOString().slice(0, 10);
}

/**
 * The date where it is latest (UTC+14). Nobody anywhere can truthfully enter a later day as today, so a server that
 * does not know the person's zone refuses only what lies beyond it.
 */
export function latestDateOnEarth(now: Date = new Date()): string {
  return utcDate(new Date(now.getTime() + 14 * HOUR_MS));
}

/**
 * The last day a browser should accept as not in the future: the person's own date, or UTC's where that is ahead,
 * because a date filled in by the server is UTC's.
 */
export function browserToday(now: Date = new Date()): string {
  const local = utcDate(new Date(now.getTime() - now.getTimezoneOffset() * 60_000));
  const utc = utcDate(now);
  return local.localeCompare(utc) > 0 ? local : utc;
}
