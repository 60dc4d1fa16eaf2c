import type { IonClient } from "@/lib/ion/client";
import { isTooLarge } from "@/lib/ion/errors";
import type { AnySource, MirrorPage } from "./mirror-source";

/** A page with what the engine has to know of how it was read. */
export type ReadPage = {
  items: unknown[];
  skipped: { id: string | null; reason: string }[];
  total: number | null;
  /** When Ion was asked. */
  readAt: Date;
  /** Where the next page begins; null at the end. */
  next: string | null;
  /** False when the list could not be followed to its end. */
  whole: boolean;
};

/** Rows asked for at once. Ion may answer with fewer. */
export const PAGE_SIZE = 100;

/**
 * Follows one of Ion's lists, a page ahead of its reader. A page that is too large is asked for in smaller ones, down to a
 * single row, which is passed over where that can be done. A page token that came before ends the list: it would go on
 * for ever. Throws IonError; ends without a word when the signal is aborted.
 */
export async function* readPages(options: {
  source: Pick<AnySource, "skipOne">;
  read: (from: string | null, pageSize: number, signal: AbortSignal) => Promise<MirrorPage<unknown>>;
  from: string | null;
  pageSize?: number;
  signal?: AbortSignal | undefined;
}): AsyncGenerator<ReadPage, void, undefined> {
  const { source, read, from, signal, pageSize = PAGE_SIZE } = options;
  const ended = new AbortController();
  const stop = signal ? AbortSignal.any([signal, ended.signal]) : ended.signal;
  const seen = new Set<string | null>([from]);
  let size = pageSize;

  const fetch = async (start: string | null): Promise<ReadPage> => {
    for (;;) {
      const readAt = new Date();
      try {
        const page = await read(start, size, stop);
        size = Math.min(pageSize, size * 2);
        return followed({ ...page, readAt, whole: true });
      } catch (error) {
        if (!isTooLarge(error)) throw error;
        if (size === 1) return followed(passedOver(source, start, readAt));
        size = Math.max(1, Math.floor(size / 2));
      }
    }
  };
  const followed = (page: ReadPage): ReadPage => {
    if (page.next === null || !seen.has(page.next)) {
      if (page.next !== null) seen.add(page.next);
      return page;
    }
    const reason = "the list came back to a page that was read: the rest can't be reached";
    return { ...page, next: null, whole: false, skipped: [...page.skipped, { id: null, reason }] };
  };

  let pending: Promise<ReadPage> | null = fetch(from);
  try {
    while (pending) {
      const page: ReadPage = await pending;
      pending = page.next === null || stop.aborted ? null : fetch(page.next);
      // Its failure is met when it is waited for, not while the page before is written.
      pending?.catch(() => undefined);
      yield page;
      if (stop.aborted) return;
    }
  } catch (error) {
    if (!stop.aborted) throw error;
  } finally {
    ended.abort();
  }
}

function passedOver(source: Pick<AnySource, "skipOne">, from: string | null, readAt: Date): ReadPage {
  const next = source.skipOne?.(from) ?? null;
  const reason =
    next === null
      ? "a row is too large to be read, and the list can't be followed beyond it"
      : "a row is too large to be read";
  return { items: [], skipped: [{ id: null, reason }], total: null, readAt, next, whole: next !== null };
}

/** The reader of a source's whole list. */
export function wholeList(source: AnySource, ion: IonClient) {
  return (from: string | null, pageSize: number, signal: AbortSignal) =>
    source.readPage(ion, from, { pageSize, signal });
}
