import { getLocale, getNow, getTimeZone } from "next-intl/server";
import type { ReactNode } from "react";
import type { Locale } from "@/lib/i18n/locales";
import { type Texts as AllTexts, messagesOf } from "@/lib/i18n/messages";
import { type Packed, pack } from "@/lib/packed";
import { EVERYWHERE, type TextsOf } from "./portal-texts";
import { FirstTexts, MoreTexts } from "./texts-provider";

type Choice = readonly TextsOf[] | "all";

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
  const key = `${locale} ${JSON.stringify(of)}`;
  const known = packed.get(key) ?? pack(of === "all" ? messagesOf(locale) : pick(messagesOf(locale), of));
  packed.set(key, known);
  return known;
}

type Namespaces = Record<string, Record<string, unknown>>;

function pick(all: Namespaces, wanted: readonly TextsOf[]): Namespaces {
  const picked: Namespaces = {};
  for (const one of wanted) {
    if (typeof one === "object") {
      const kept = Object.entries(all[one.of] ?? {}).filter(([part]) => !one.without.includes(part));
      picked[one.of] = Object.fromEntries(kept);
      continue;
    }
    const [namespace = "", part] = one.split(".");
    const texts = all[namespace] ?? {};
    picked[namespace] = part ? { ...picked[namespace], [part]: texts[part] } : texts;
  }
  return picked;
}
