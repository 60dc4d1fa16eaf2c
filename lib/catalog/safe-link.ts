/** An address of a vendor that a person may be sent to: http or https, without a user name in it. Null otherwise. */
export function toSafeLink(address: string | null): string | null {
  if (!address || address.length > 2000) return null;
  const url = URL.parse(address.trim());
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password) return null;
  return url.href;
}
