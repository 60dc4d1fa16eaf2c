import "server-only";
import { AsyncLocalStorage } from "node:async_hooks";
import type { Locale } from "./locales";

const storage = new AsyncLocalStorage<Locale>();

/** Runs `work` with texts in that language where nobody reads along: what a person confirmed and left. */
export function readingIn<T>(locale: Locale, work: () => Promise<T>): Promise<T> {
  return storage.run(locale, work);
}

/** The language set by `readingIn`, if any. */
export function standInLocale(): Locale | undefined {
  return storage.getStore();
}
