import type { Tone } from "@/components/ui/tone";

export type Toast = {
  id: number;
  title: string;
  description?: string;
  tone: Extract<Tone, "ok" | "info" | "attention" | "danger">;
  /** Where the thing can be seen. */
  link?: { label: string; href: string };
  /** One way to answer, usually to undo. */
  action?: { label: string; onAct: () => void };
  durationMs: number;
};

const SHOWN_AT_ONCE = 3;
let toasts: readonly Toast[] = [];
let lastId = 0;
const listeners = new Set<() => void>();

function publish(next: readonly Toast[]): void {
  toasts = next;
  for (const listener of listeners) listener();
}

/**
 * Says that something happened, at the edge of the screen and to screen readers; returns an id for
 * {@link dismissToast}. With an action or a link it stays for ten seconds, otherwise for five. What failed belongs beside the
 * thing that failed, not here.
 */
export function toast(
  message: Omit<Toast, "id" | "tone" | "durationMs"> & Partial<Pick<Toast, "tone" | "durationMs">>,
): number {
  lastId += 1;
  const durationMs = message.durationMs ?? (message.action || message.link ? 10_000 : 5_000);
  const entry: Toast = { tone: "ok", ...message, durationMs, id: lastId };
  publish([...toasts, entry].slice(-SHOWN_AT_ONCE));
  return lastId;
}

/** Takes a message away before its time. */
export function dismissToast(id: number): void {
  publish(toasts.filter((entry) => entry.id !== id));
}

export function subscribeToToasts(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function currentToasts(): readonly Toast[] {
  return toasts;
}
