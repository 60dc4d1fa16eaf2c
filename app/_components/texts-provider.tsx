"use client";

import { type Locale, NextIntlClientProvider, useMessages } from "next-intl";
import { type ReactNode, useMemo } from "react";
import type { Texts } from "@/lib/i18n/messages";
import { type Packed, unpack } from "@/lib/packed";

type PackedTexts = Packed<Partial<Texts>>;
type Props = { locale: Locale; packed: PackedTexts; children: ReactNode };

/** There are as many as languages times choices of texts: the server unpacks each once, not with every page. */
const unpacked = new Map<PackedTexts, Partial<Texts>>();

function textsIn(packed: PackedTexts): Partial<Texts> {
  const texts = unpacked.get(packed) ?? unpack(packed);
  unpacked.set(packed, texts);
  return texts;
}

/** The outermost texts, with what goes for all further ones. */
export function FirstTexts({ packed, timeZone, now, ...props }: Props & { timeZone: string; now: Date }) {
  return (
    <NextIntlClientProvider {...props} timeZone={timeZone} now={now} messages={textsIn(packed) as Texts} />
  );
}

/** Adds texts to those from further up. */
export function MoreTexts({ packed, ...props }: Props) {
  const above = useMessages() as Texts;
  const messages = useMemo(() => ({ ...above, ...textsIn(packed) }), [above, packed]);
  return <NextIntlClientProvider {...props} messages={messages} />;
}
