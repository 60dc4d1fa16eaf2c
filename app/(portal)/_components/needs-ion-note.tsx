"use client";

import { useTranslations } from "next-intl";
import { Banner } from "@/components/ui/banner";
import { useIonConnection, useSilentSince } from "./connection";

/**
 * Where a command begins: that Ion can't be had now, since when, and what still works. Stands beside the button, so that
 * nothing moves under the person's hands; goes by itself.
 */
export function NeedsIonNote({ className }: { className?: string }) {
  const t = useTranslations("ion.down");
  const { state } = useIonConnection();
  const time = useSilentSince();
  if (state !== "lost" && time === null) return null;
  return (
    <Banner tone="attention" {...(className ? { className } : {})}>
      {state === "lost" || time === null ? t("lost") : t("longDrafts", { time })}
    </Banner>
  );
}
