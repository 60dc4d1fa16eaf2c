"use client";

import { useLocale } from "next-intl";
import { createContext, type ReactNode, use } from "react";
import { useReaderZone } from "@/components/ui/clock";
import type { ConnectionView } from "@/lib/connection/schemas";
import { useConnection } from "@/lib/connection/use-connection";
import { formatDateTime } from "@/lib/format";
import { useTranslations } from "@/lib/i18n/use-translations";

const NOT_ASKED: ConnectionView = {
  state: "unknown",
  asOf: null,
  since: null,
  token: { state: "none", worksUntil: null },
  mayRepair: false,
};
const Connection = createContext<ConnectionView>(NOT_ASKED);

/** Asks how Ion is doing, once for all that want to know. */
export function ConnectionProvider({ initial, children }: { initial: ConnectionView; children: ReactNode }) {
  return <Connection value={useConnection(initial)}>{children}</Connection>;
}

/** How Ion is doing now. */
export function useIonConnection(): ConnectionView {
  return use(Connection);
}

/** Since when Ion has not answered, in the reader's words; null while it does. */
export function useSilentSince(): string | null {
  const { state, since } = useIonConnection();
  const locale = useLocale();
  const zone = useReaderZone();
  return state === "down" && since ? formatDateTime(locale, since, zone) : null;
}

/** Props of a button that needs Ion: while it can't be had, why the button does nothing. */
export function useNeedsIon(): { disabledReason?: string } {
  const t = useTranslations("ion.down");
  const { state } = useIonConnection();
  const time = useSilentSince();
  if (state === "lost") return { disabledReason: t("buttonLost") };
  return time === null ? {} : { disabledReason: t("button", { time }) };
}
