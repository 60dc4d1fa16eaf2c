"use client";

import { type Locale, NextIntlClientProvider, useMessages } from "next-intl";
import type { ReactNode } from "react";
import type { Texts } from "@/lib/i18n/messages";
import { type Packed, unpack } from "@/lib/packed";

type PackedTexts = Packed<Partial<Texts>>;
type Props = { locale: Locale; packed: PackedTexts; children: ReactNode };

/** The outermost texts, with what goes for all further ones. */
export function FirstTexts({ packed, timeZone, now, ...props }: Props & { timeZone: string; now: Date }) {
  return (
    <NextIntlClientProvider {...props} timeZone={timeZone} now={now} messages={unpack(packed) as Texts} />
  );
}

/** The same texts below the same others are one object, also for the next request: translators are kept by it. */
const added = new WeakMap<object, Map<PackedTexts, Texts>>();

/** Adds texts to those from further up. */
export function MoreTexts({ packed, ...props }: Props) {
  const above = useMessages() as Texts;
  const below = added.get(above) ?? new Map<PackedTexts, Texts>();
  const messages = below.get(packed) ?? { ...above, ...unpack(packed) };
  added.set(above, below.set(packed, messages));
  return <NextIntlClientProvider {...props} messages={messages} />;
}
