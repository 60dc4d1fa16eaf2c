import { NextIntlClientProvider } from "next-intl";
import { getMessages } from "next-intl/server";
import type { ReactNode } from "react";
import type { Texts as AllTexts } from "@/lib/i18n/messages";

/** A namespace of texts, or one part of it. */
export type TextsOf = keyof AllTexts | "customers.switcher";

/** Texts that every page needs: it can fail, and it has buttons. */
const EVERYWHERE: readonly TextsOf[] = ["common", "errors"];

/**
 * Gives the client components below it the texts of these namespaces, in place of those from further up. Texts travel with
 * each page, so a page that has to be quick names the few that it needs; texts.test.ts finds what is missing.
 */
export async function Texts({ of, children }: { of: readonly TextsOf[] | "all"; children: ReactNode }) {
  const all: Record<string, unknown> = await getMessages();
  const messages = of === "all" ? all : pick(all, [...EVERYWHERE, ...of]);
  return <NextIntlClientProvider messages={messages as AllTexts}>{children}</NextIntlClientProvider>;
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
