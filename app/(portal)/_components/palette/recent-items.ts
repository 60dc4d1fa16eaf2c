import { PALETTE_KINDS } from "@/lib/palette/schemas";
import * as s from "@/lib/shape";

const MOST = 8;
const recentSchema = s.array(
  s.object({ kind: s.oneOf(PALETTE_KINDS), id: s.string(), title: s.string(), href: s.text(/^\/(?!\/)/) }),
);
export type RecentItem = s.Infer<typeof recentSchema>[number];

function keyOf(userId: string): string {
  return `palette-recent:${userId}`;
}

/** What this person opened from the palette in this browser, the last one first: ids and titles, nothing else. */
export function readRecent(userId: string): RecentItem[] {
  try {
    return recentSchema.parse(JSON.parse(localStorage.getItem(keyOf(userId)) ?? "[]")).slice(0, MOST);
  } catch {
    // Forbidden or damaged storage: nothing is remembered.
    return [];
  }
}

export function keepRecent(userId: string, { kind, id, title, href }: RecentItem): void {
  const others = readRecent(userId).filter((item) => item.kind !== kind || item.id !== id);
  try {
    localStorage.setItem(
      keyOf(userId),
      JSON.stringify([{ kind, id, title, href }, ...others].slice(0, MOST)),
    );
  } catch {
    // As above.
  }
}

/** On signing out: the next person at this browser finds nothing. */
export function forgetRecent(userId: string): void {
  try {
    localStorage.removeItem(keyOf(userId));
  } catch {
    // As above.
  }
}
