import "server-only";
import { log } from "./log";

/** All rows of one of Ion's lists as they were at `asOf` (ISO time). */
export type Snapshot<Row> = {
  rows: readonly Row[];
  asOf: string;
  /** The list is being read for the first time, and these are the rows so far. */
  partial?: true;
};

type Entry = {
  snapshot?: Snapshot<unknown>;
  /** A read that is under way and will show every write so far. */
  loading?: Promise<Snapshot<unknown>> | undefined;
  /** What that read has brought so far. */
  soFar?: Snapshot<unknown> | undefined;
  /** A write came after the snapshot was read. */
  stale?: boolean;
};

// On globalThis: route handlers and pages are separate bundles of one process and must share what was read.
const held = globalThis as typeof globalThis & { portalSnapshots?: Map<string, Entry> };
held.portalSnapshots ??= new Map();
const entries = held.portalSnapshots;

/**
 * The rows of a list that Ion can neither search nor sort, read whole and kept for a short while in this process.
 *
 * The first reader waits for Ion. Later ones get what is there at once, and one older than `maxAgeSeconds` is renewed
 * behind their back; when Ion is down the old rows stay, with their time. Throws what `read` throws while nothing is held.
 *
 * With `patienceMs` the first reader of a long list gets the rows so far after that time, marked as partial; there is
 * always at least one.
 */
export async function readSnapshot<Row>(options: {
  /** Account and list, for example `7f…/customers`. */
  key: string;
  maxAgeSeconds: number;
  read: () => AsyncIterable<Row>;
  patienceMs?: number;
}): Promise<Snapshot<Row>> {
  const entry = entries.get(options.key) ?? {};
  entries.set(options.key, entry);
  const mustSeeWrites = entry.stale === true;
  const age = entry.snapshot ? Date.now() - Date.parse(entry.snapshot.asOf) : Number.POSITIVE_INFINITY;
  if (mustSeeWrites || age > options.maxAgeSeconds * 1000) entry.loading ??= load(entry, options.read);
  if (entry.snapshot && !mustSeeWrites) {
    entry.loading?.catch((error) =>
      log.warn({ err: error, list: options.key }, "a list could not be renewed"),
    );
    return entry.snapshot as Snapshot<Row>;
  }
  const { loading } = entry;
  if (!entry.snapshot && options.patienceMs !== undefined) {
    const early = await rowsSoFar(entry, options.patienceMs);
    if (early) return early as Snapshot<Row>;
  }
  // After a write the reader wants to see it, but old rows are better than none.
  try {
    return (await loading) as Snapshot<Row>;
  } catch (error) {
    if (entry.snapshot) return entry.snapshot as Snapshot<Row>;
    throw error;
  }
}

const LOOK_AGAIN_MS = 50;

/** The rows a first read has brought when patience ends, or a little later when there are none yet; undefined when it ended. */
async function rowsSoFar(entry: Entry, patienceMs: number): Promise<Snapshot<unknown> | undefined> {
  const { loading } = entry;
  let ended = false;
  const end = () => {
    ended = true;
  };
  const done = loading?.then(end, end);
  let waitMs = patienceMs;
  while (!ended) {
    await Promise.race([done, new Promise((resolve) => setTimeout(resolve, waitMs))]);
    if (!ended && entry.soFar && entry.soFar.rows.length > 0) {
      return { rows: [...entry.soFar.rows], asOf: entry.soFar.asOf, partial: true };
    }
    waitMs = LOOK_AGAIN_MS;
  }
  return undefined;
}

/**
 * What is held of a list, however old, without asking anybody; undefined before its first reader, and while a write
 * is not yet in it.
 */
export function peekSnapshot<Row>(key: string): Snapshot<Row> | undefined {
  const entry = entries.get(key);
  return entry?.stale ? undefined : (entry?.snapshot as Snapshot<Row> | undefined);
}

function load<Row>(entry: Entry, read: () => AsyncIterable<Row>): Promise<Snapshot<Row>> {
  const loading = (async () => {
    const asOf = new Date().toISOString();
    const rows: Row[] = [];
    entry.soFar = { rows, asOf };
    for await (const row of read()) rows.push(row);
    return { rows, asOf };
  })();
  const isCurrent = () => entry.loading === loading;
  loading
    .then((snapshot) => {
      if (isCurrent()) Object.assign(entry, { snapshot, stale: false });
    })
    .catch(() => {})
    .finally(() => {
      if (isCurrent()) Object.assign(entry, { loading: undefined, soFar: undefined });
    });
  return loading;
}

/** After a write: the next reader waits for fresh rows, and a read that is under way no longer counts. */
export function expireSnapshot(key: string): void {
  const entry = entries.get(key);
  if (entry) Object.assign(entry, { stale: true, loading: undefined });
}

/**
 * After a write whose outcome is known: puts it into the rows that are held, so that nobody waits for the whole list
 * again. A read that is under way no longer counts. Does nothing while nothing is held.
 */
export function patchSnapshot<Row>(key: string, patch: (rows: readonly Row[]) => readonly Row[]): void {
  const entry = entries.get(key);
  if (!entry) return;
  const { snapshot } = entry as { snapshot?: Snapshot<Row> };
  Object.assign(entry, { loading: undefined, soFar: undefined });
  if (snapshot) entry.snapshot = { ...snapshot, rows: patch(snapshot.rows) };
}
