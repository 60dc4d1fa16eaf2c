/**
 * The path that routes are matched against: no trailing slash, and a custom verb (`orders/1:cancel`, also as
 * `orders/1%3Acancel`) split off at the last colon as a segment of its own, `orders/1/~cancel`.
 */
export function toRoutePath(pathname: string): string {
  const path = pathname.length > 1 ? pathname.replace(/\/+$/, "") || "/" : pathname;
  const slash = path.lastIndexOf("/");
  const last = path.slice(slash + 1).replace(/%3a/gi, ":");
  const colon = last.lastIndexOf(":");
  if (colon <= 0) return path;
  return `${path.slice(0, slash + 1)}${last.slice(0, colon)}/~${last.slice(colon + 1)}`;
}
