/** The key of the text for a kind of Ion's errors, as `lib/user-facing.ts` makes it. */
export function toIonErrorCode(kind: string): string {
  return `ION_${kind.replaceAll("-", "_").toUpperCase()}`;
}
