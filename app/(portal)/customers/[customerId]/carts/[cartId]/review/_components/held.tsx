"use client";

import { useFormatter } from "next-intl";
import { useEffect, useRef, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { Countdown } from "@/components/ui/countdown";
import { Kbd } from "@/components/ui/kbd";
import { LiveRegion } from "@/components/ui/live-region";
import { toast } from "@/components/ui/toast-store";
import { useShortcut } from "@/components/ui/use-shortcut";
import { useTranslations } from "@/lib/i18n/use-translations";
import type { OrderIntentView } from "@/lib/orders/intents/intent-shapes";
import { routes } from "@/lib/routes";

const RECALL_KEY = "u";
/** The second half of a double click on the button that was here a moment ago must not take the order back. */
const DOUBLE_CLICK_MS = 700;

/**
 * The order is confirmed and nothing has left the portal: how long it stays so, and the one key that takes it back.
 * Whoever leaves the page takes a message along that can do the same.
 */
export function Held({
  intent,
  onRecall,
}: {
  intent: OrderIntentView;
  /** Takes it back. Resolves when that is done, or was too late and said. */
  onRecall: () => Promise<void>;
}) {
  const t = useTranslations("carts.review");
  const [pending, startTransition] = useTransition();
  const recall = () => startTransition(onRecall);
  const panel = useRef<HTMLDivElement>(null);
  const appearedAt = useRef(0);
  useEffect(() => {
    appearedAt.current = performance.now();
    // The button that had the focus is gone. Not to the one that recalls: a second Enter would press it.
    if (document.activeElement === document.body) panel.current?.focus();
  }, []);
  const click = () => {
    if (performance.now() - appearedAt.current > DOUBLE_CLICK_MS) recall();
  };
  useShortcut(RECALL_KEY, recall, !pending);
  useGoodbye(intent, onRecall);
  return (
    <div
      ref={panel}
      tabIndex={-1}
      className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 rounded border border-line bg-surface-1 px-4 py-3"
    >
      <LiveRegion>{t("heldToast")}</LiveRegion>
      <div className="grid min-w-0 flex-1 basis-72 gap-0.5">
        <p className="text-heading font-semibold">
          {t.rich("held", {
            time: () => <Countdown seconds={intent.secondsLeft} className="tabular-nums" />,
          })}
        </p>
        <p className="text-table text-2">{t("heldText")}</p>
      </div>
      <Button size="lg" pending={pending} onClick={click} aria-keyshortcuts={RECALL_KEY}>
        {t("recall")} <Kbd>{RECALL_KEY.toUpperCase()}</Kbd>
      </Button>
    </div>
  );
}

/** On leaving the page while the order is still held: a message with the time, the outbox, and the way to recall. */
function useGoodbye(intent: OrderIntentView, onRecall: () => Promise<void>): void {
  const t = useTranslations("carts.review");
  const format = useFormatter();
  const latest = useRef({ intent, onRecall, left: true });
  latest.current = { intent, onRecall, left: true };
  const say = useRef(() => {});
  say.current = () => {
    const { heldUntil } = latest.current.intent;
    if (heldUntil === null || Date.parse(heldUntil) <= Date.now()) return;
    const time = format.dateTime(new Date(heldUntil), {
      hour: "2-digit",
      minute: "2-digit",
      second: "2-digit",
      timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    });
    toast({
      tone: "info",
      title: t("heldToast"),
      description: t("heldToastText", { time }),
      link: { label: t("toOutbox"), href: routes.outbox() },
      action: { label: t("recallShort"), onAct: () => void latest.current.onRecall() },
      durationMs: Math.min(60_000, Date.parse(heldUntil) - Date.now()),
    });
  };
  const review = useRef<string>(undefined);
  useEffect(() => {
    review.current = location.pathname;
    return () => {
      // The part also goes away when the order is sent or recalled; then the page stays.
      if (location.pathname !== review.current) say.current();
    };
  }, []);
}
