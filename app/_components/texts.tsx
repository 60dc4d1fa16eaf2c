import { getLocale, getNow, getTimeZone } from "next-intl/server";
import type { ReactNode } from "react";
import type { Locale } from "@/lib/i18n/locales";
import { type Texts as AllTexts, messagesOf } from "@/lib/i18n/messages";
import { type Packed, pack } from "@/lib/packed";
import { FirstTexts, MoreTexts } from "./texts-provider";

/** A namespace of texts, or one part of it. */
export type TextsOf = keyof AllTexts | "customers.switcher";
type Choice = readonly TextsOf[] | "all";

/** Texts that every page needs: it can fail, and it has buttons. */
const EVERYWHERE: Choice = ["common", "errors"];

/** Texts are the same for everybody: packed once per language and choice. */
const packed = new Map<string, Packed<Partial<AllTexts>>>();

/** Gives the client components of the whole portal the texts that every page needs. */
export async function BasicTexts({ children }: { children: ReactNode }) {
  const [locale, timeZone, now] = await Promise.all([getLocale(), getTimeZone(), getNow()]);
  return (
    <FirstTexts locale={locale} timeZone={timeZone} now={now} packed={packTexts(locale, EVERYWHERE)}>
      {children}
    </FirstTexts>
  );
}

/**
 * Gives the client components below it the texts of these namespaces, besides those from further up. Texts travel with
 * each page, so a page that has to be quick names the few that it needs; texts.test.ts finds what is missing.
 */
export async function Texts({ of, children }: { of: Choice; children: ReactNode }) {
  const locale = await getLocale();
  return (
    <MoreTexts locale={locale} packed={packTexts(locale, of)}>
      {children}
    </MoreTexts>
  );
}

function packTexts(locale: Locale, of: Choice): Packed<Partial<AllTexts>> {
  const key = `${locale} ${of}`;
  const known = packed.get(key) ?? pack(of === "all" ? messagesOf(locale) : pick(messagesOf(locale), of));
  packed.set(key, known);
  return known;
}

function pick(all: Record<string, unknown>, names: readonly string[]): Record<string, unknown> {
  const picked: Record<string, unknown> = {};
  for (const name of names) {
    const [namespace = "", part] = name.split(".");
    const texts = all[namespace] as Record<string, unknown>;
    picked[namespace] = part ? { [part]: texts[part] } : texts;
  }
  return picked;
}
