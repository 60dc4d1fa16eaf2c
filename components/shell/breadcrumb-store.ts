export type Crumb = { label: string; href?: string };

/**
 * The page says where it is, the top bar shows it. The two meet here because a layout can't read what its page knows.
 * Browser only: the server paints the section by itself.
 */
const none: readonly Crumb[] = [];
let crumbs = none;
const listeners = new Set<() => void>();

/** Sets the trail; returns what takes it back. */
export function showCrumbs(next: readonly Crumb[]): () => void {
  crumbs = next;
  for (const listener of listeners) listener();
  return () => {
    if (crumbs !== next) return;
    crumbs = none;
    for (const listener of listeners) listener();
  };
}

export function subscribeToCrumbs(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const currentCrumbs = (): readonly Crumb[] => crumbs;
export const noCrumbs = (): readonly Crumb[] => none;
