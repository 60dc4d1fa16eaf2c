"use client";

import { useState } from "react";
import { Banner } from "@/components/ui/banner";
import { StatusGlyph } from "@/components/ui/status-glyph";
import { useTranslations } from "@/lib/i18n/use-translations";
import { useIonConnection, useSilentSince } from "./connection";

function useWords(): string | null {
  const t = useTranslations("ion.down");
  const { state } = useIonConnection();
  const time = useSilentSince();
  if (state === "lost") return t("lost");
  return time === null ? null : t("longDrafts", { time });
}

/**
 * Beside the button of a command: that Ion can't be had now, since when, and what still works. Goes by itself; nothing
 * above it moves.
 */
export function NeedsIonNote({ className }: { className?: string }) {
  const words = useWords();
  if (words === null) return null;
  return (
    <p className={`flex items-start gap-1.5 text-caption text-attention-text ${className ?? ""}`}>
      <span className="mt-0.5">
        <StatusGlyph tone="attention" />
      </span>
      <span className="max-w-prose">{words}</span>
    </p>
  );
}

/**
 * At the head of a form: the same for whoever opens it while Ion can't be had. It keeps its place when Ion is back and says
 * that instead, and it never comes while somebody types.
 */
export function NeedsIonFirst() {
  const t = useTranslations("ion.down");
  const words = useWords();
  const [wasSaid] = useState(words !== null);
  if (!wasSaid) return null;
  return <Banner tone={words === null ? "info" : "attention"}>{words ?? t("back")}</Banner>;
}
