import "server-only";
import { after } from "next/server";
import { log } from "./log";

const held = globalThis as typeof globalThis & { portalLater?: Set<Promise<void>> };

/**
 * Does something after the person has their answer: it never delays or fails what they asked for; a failure is logged
 * under `event`. Outside of a request (jobs, tests) it starts at once.
 */
export function later(event: string, task: () => Promise<unknown>): void {
  const run = async () => {
    try {
      await task();
    } catch (error) {
      log.warn({ err: error, event }, "something that was to be done later failed");
    }
  };
  try {
    after(() => remember(run()));
  } catch {
    void remember(run());
  }
}

function remember(running: Promise<void>): Promise<void> {
  held.portalLater ??= new Set();
  const all = held.portalLater;
  all.add(running);
  return running.finally(() => all.delete(running));
}

/** Resolves when all that was begun by `later` is done; for tests and an orderly end. */
export async function laterDone(): Promise<void> {
  while (held.portalLater && held.portalLater.size > 0) await Promise.all(held.portalLater);
}
