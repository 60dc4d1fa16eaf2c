"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { LiveRegion } from "@/components/ui/live-region";
import { StatusGlyph } from "@/components/ui/status-glyph";
import { useIonConnection, useSilentSince } from "./connection";

/**
 * Since when Ion has not answered and what can't be done, on every page. It fills the gap above the page's head, which is
 * there anyway, so that nothing moves when it comes and goes. Both are read out.
 */
export function ConnectionBanner() {
  const t = useTranslations("ion.down");
  const { state } = useIonConnection();
  const time = useSilentSince();
  const lost = state === "lost";
  const bad = lost || time !== null;
  const [wasBad, setWasBad] = useState(false);
  useEffect(() => {
    if (bad) setWasBad(true);
  }, [bad]);
  const long = lost ? t("lost") : time !== null ? t("long", { time }) : null;
  const short = lost ? t("lostShort") : time !== null ? t("short", { time }) : null;
  return (
    <>
      {bad && (
        <p
          data-print="hide"
          title={long ?? undefined}
          className="absolute inset-x-0 top-0 flex h-5 items-center gap-1.5 overflow-hidden bg-danger-soft px-4 text-caption text-1 sm:px-6"
        >
          <StatusGlyph tone="danger" />
          <span aria-hidden="true" className="truncate md:hidden">
            {short}
          </span>
          <span aria-hidden="true" className="truncate max-md:hidden">
            {long}
          </span>
        </p>
      )}
      <LiveRegion>{long ?? (wasBad ? t("back") : null)}</LiveRegion>
    </>
  );
}
