import "server-only";
import { cookies, headers } from "next/headers";
import { unstable_rethrow } from "next/navigation";
import { createTranslator } from "next-intl";
import { LOCALE_COOKIE, type Locale, pickLocale } from "./locales";
import { messagesOf } from "./messages";
import { standInLocale } from "./reading-in";

/** A translator whose keys may be made up at run time. */
export type Texts = {
  (key: string, params?: Record<string, string | number>): string;
  has(key: string): boolean;
};

/** The reader's language; English where nobody reads along: jobs and tests. */
export async function readerLocale(): Promise<Locale> {
  const standIn = standInLocale();
  if (standIn) return standIn;
  try {
    const [cookieStore, headerStore] = await Promise.all([cookies(), headers()]);
    return pickLocale(cookieStore.get(LOCALE_COOKIE)?.value, headerStore.get("accept-language"));
  } catch (error) {
    unstable_rethrow(error);
    return "en";
  }
}

/** Texts of one namespace for use cases that put words into their answers; runs inside and outside of a request. */
export async function serverTexts(namespace: keyof ReturnType<typeof messagesOf>): Promise<Texts> {
  const locale = await readerLocale();
  return createTranslator({ locale, messages: messagesOf(locale), namespace }) as Texts;
}
