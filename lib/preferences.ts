/**
 * How the reader wants the frame: cookies, so that the server paints it right the first time. They hold no personal
 * data and the browser may write them.
 */
export const THEME_COOKIE = "theme";
export const RAIL_COOKIE = "rail";

export type Theme = "light" | "dark";

/** What `<html data-theme>` gets: the chosen theme, or undefined to follow the device. */
export function getThemeAttribute(cookieValue: string | undefined): Theme | undefined {
  return cookieValue === "light" || cookieValue === "dark" ? cookieValue : undefined;
}

/** Whether the navigation rail shows icons only. */
export function isRailCollapsed(cookieValue: string | undefined): boolean {
  return cookieValue === "collapsed";
}

const ONE_YEAR_SECONDS = 365 * 24 * 60 * 60;

/** The cookie to write in the browser (`document.cookie`); an undefined value removes it. */
export function preferenceCookie(name: string, value: string | undefined): string {
  const maxAge = value === undefined ? 0 : ONE_YEAR_SECONDS;
  return `${name}=${value ?? ""}; path=/; max-age=${maxAge}; samesite=lax`;
}

export type Density = "comfortable" | "compact";

/** How somebody likes to see one table: row height, and the ids of the shown columns in order (null is its own choice). */
export type TableLayout = { density: Density; columns: readonly string[] | null };

/** The cookie that keeps the layout of one table. */
export function layoutCookie(tableId: string): string {
  return `table-${tableId}`;
}

const LAYOUT = /^(comfortable|compact)((?:\.[\w-]{1,40}){0,40})$/;

/** Reads a layout out of its cookie ("compact.name.status"); what makes no sense is the table's own layout. */
export function readTableLayout(cookieValue: string | undefined): TableLayout {
  const [, density, ids] = LAYOUT.exec(cookieValue ?? "") ?? [];
  return {
    density: density === "compact" ? "compact" : "comfortable",
    columns: ids ? ids.slice(1).split(".") : null,
  };
}

/** The cookie's value for a layout. */
export function writeTableLayout({ density, columns }: TableLayout): string {
  return [density, ...(columns ?? [])].join(".");
}
