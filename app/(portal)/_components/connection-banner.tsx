"use client";

import { usePathname } from "next/navigation";
import { useLocale } from "next-intl";
import { useEffect, useState } from "react";
import { useReaderZone } from "@/components/ui/clock";
import { Link } from "@/components/ui/link";
import { LiveRegion } from "@/components/ui/live-region";
import { StatusGlyph } from "@/components/ui/status-glyph";
import type { Tone } from "@/components/ui/tone";
import { formatDateTime } from "@/lib/format";
import { useTranslations } from "@/lib/i18n/use-translations";
import { routes } from "@/lib/routes";
import { useIonConnection, useSilentSince } from "./connection";

type News = { tone: Extract<Tone, "danger" | "attention">; long: string; short: string; owner: boolean };

/** What everybody has to know of Ion or its connection; null while all is well. The worst comes first. */
function useNews(): News | null {
  const t = useTranslations("ion");
  const locale = useLocale();
  const zone = useReaderZone();
  const { state, token } = useIonConnection();
  const silent = useSilentSince();
  const until = token.worksUntil && formatDateTime(locale, token.worksUntil, zone);
  if (state === "lost")
    return { tone: "danger", long: t("down.lost"), short: t("down.lostShort"), owner: true };
  if (silent !== null) {
    const short = t("down.short", { time: silent });
    return { tone: "danger", long: t("down.long", { time: silent }), short, owner: false };
  }
  if (token.state === "lost" && until) {
    const short = t("token.lostUntilShort", { time: until });
    return { tone: "danger", long: t("token.lostUntil", { time: until }), short, owner: true };
  }
  if (token.state !== "expiring") return null;
  const long = until ? t("token.expiringUntil", { time: until }) : t("token.expiring");
  return { tone: "attention", long, short: t("token.expiringShort"), owner: true };
}

/**
 * Since when Ion has not answered, or that its connection is lost or about to be, and what can't be done; on every page. It
 * fills the gap above the page's head, which is there anyway, so that nothing moves when it comes and goes. Both are read
 * out. Whoever may repair the connection gets the way there, the others are told whom to ask.
 */
export function ConnectionBanner() {
  const t = useTranslations("ion");
  const { mayRepair } = useIonConnection();
  const isThere = usePathname() === routes.adminConnection();
  const news = useNews();
  const kind = news && (news.owner ? "token" : "down");
  const [before, setBefore] = useState(kind);
  useEffect(() => {
    if (kind) setBefore(kind);
  }, [kind]);
  const ask = news?.owner && !mayRepair ? ` ${t("token.askOwner")}` : "";
  const long = news && `${news.long}${ask}`;
  return (
    <>
      {news && (
        <p
          data-print="hide"
          title={long ?? undefined}
          className={`absolute inset-x-0 top-0 flex h-5 items-center gap-1.5 overflow-hidden px-4 text-caption text-1 sm:px-6 ${news.tone === "danger" ? "bg-danger-soft" : "bg-attention-soft"}`}
        >
          <StatusGlyph tone={news.tone} />
          <span aria-hidden="true" className="truncate md:hidden">
            {news.short}
          </span>
          <span aria-hidden="true" className="truncate max-md:hidden">
            {long}
          </span>
          {news.owner && mayRepair && !isThere && (
            <Link href={routes.adminConnection()} className="shrink-0 font-medium underline">
              {t("token.repair")}
            </Link>
          )}
        </p>
      )}
      <LiveRegion>{long ?? (before && t(`${before}.back`))}</LiveRegion>
    </>
  );
}
