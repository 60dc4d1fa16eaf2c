/** Where to go after sign-in: a path of this portal, else home. Never another host: `//evil.example` is refused. */
export function parseNextPath(value: unknown): string {
  if (typeof value !== "string" || !value.startsWith("/")) return "/";
  const base = "http://portal.invalid";
  const url = URL.parse(value, base);
  return url && url.origin === base && !url.pathname.startsWith("//") ? url.pathname + url.search : "/";
}
