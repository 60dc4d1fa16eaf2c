/**
 * The part of a plan's name that its SKU's name does not say already: vendors write "Exchange Online (Plan 1) - One-Year
 * commitment" under "Exchange Online (Plan 1)". The whole name where nothing would be left.
 */
export function shortName(name: string, of: string | null): string {
  if (!of || !name.toLowerCase().startsWith(of.toLowerCase())) return name;
  const rest = name.slice(of.length).replace(/^[\s\-–—:·,|]+/, "");
  return rest === "" || /^[\p{L}\p{N}]/u.test(name.slice(of.length)) ? name : rest;
}
