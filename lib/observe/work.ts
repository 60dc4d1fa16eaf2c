import { AsyncLocalStorage } from "node:async_hooks";
import { randomBytes } from "node:crypto";

/** What this process does right now and for whom: one browser request or one run of a job. */
export type Work = {
  /** Stands on every log line, on the browser's answer and on every call to Ion. */
  id: string;
  kind: "request" | "job";
};

// On globalThis: pages, route handlers and the start-up code are separate bundles of one process.
const held = globalThis as typeof globalThis & { portalWork?: AsyncLocalStorage<Work> };

function storage(): AsyncLocalStorage<Work> {
  held.portalWork ??= new AsyncLocalStorage();
  return held.portalWork;
}

/** The work that this code is part of, also what it began for later; undefined at start-up. */
export function currentWork(): Work | undefined {
  return storage().getStore();
}

/** Runs something as part of a piece of work. */
export function asWork<T>(work: Work, run: () => T): T {
  return storage().run(work, run);
}

/** From here to the end of what the runtime called now: for its own hooks, which have no function to run. */
export function enterWork(work: Work): void {
  storage().enterWith(work);
}

/** Runs something that outlives the work it was begun in, such as a queue that everybody shares. */
export function outsideOfWork<T>(run: () => T): T {
  return storage().exit(run);
}

/** 16 hexadecimal characters: short enough to be read out on the telephone. */
export function newWorkId(): string {
  return randomBytes(8).toString("hex");
}

const SANE_ID = /^[A-Za-z0-9][A-Za-z0-9._-]{7,63}$/;

/** The id that a proxy before the portal gave to a request, if it can stand in a log and a header; else a new one. */
export function requestIdFrom(header: string | string[] | undefined): string {
  return typeof header === "string" && SANE_ID.test(header) ? header : newWorkId();
}
