import "server-only";
import { format } from "node:util";
import { log } from "@/lib/log";
import { withoutValues } from "./scrub";

const LEVELS = { debug: "debug", log: "info", info: "info", warn: "warn", error: "error" } as const;

/**
 * What Next and other packages print goes through the portal's log from now on: as JSON, with the request it belongs to
 * and without secrets. Next prints every error that a page throws.
 */
export function consoleToLog(): void {
  for (const [method, level] of Object.entries(LEVELS) as [
    keyof typeof LEVELS,
    (typeof LEVELS)[keyof typeof LEVELS],
  ][]) {
    console[method] = (...args: unknown[]) => {
      const error = args.find((arg) => arg instanceof Error);
      const words = args.filter((arg) => arg !== error).map((arg) => withoutValues(arg));
      log[level]({ event: "console", ...(error ? { err: error } : {}) }, format(...words));
    };
  }
}
