"use client";

import { useEffect, useRef, useState } from "react";
import { useNeedsIon } from "@/app/(portal)/_components/connection";
import { NeedsIonNote } from "@/app/(portal)/_components/needs-ion-note";
import { Button } from "@/components/ui/button";
import type { CartReview } from "@/lib/carts/get-cart-review";
import { validateCart } from "@/lib/carts/validate-cart";
import { useTranslations } from "@/lib/i18n/use-translations";
import type { OrderIntentView } from "@/lib/orders/intents/intent-shapes";
import { useTotalWords } from "../../_components/use-total-words";
import { AgreementLines } from "./agreement-lines";
import { Held } from "./held";
import { LimitReached } from "./limit-reached";
import { NotYet } from "./not-yet";
import { OutcomeBanner } from "./outcome-banner";
import { SecretFields } from "./secret-fields";
import { Unconfirmed } from "./unconfirmed";
import { usePlaceOrder } from "./use-place-order";

const SLOW_AFTER_MS = 2_000;

/**
 * The button that costs money, and everything that may stand in its place: something missing, a limit, an order under way
 * or not confirmed. A second click does nothing; a second tab and a reload find the same order.
 */
export function PlaceOrder({
  review,
  intent,
  limit,
}: {
  review: CartReview;
  intent: OrderIntentView;
  limit: string | null;
}) {
  const t = useTranslations("carts.review");
  const totalWords = useTotalWords();
  const { cart } = review;
  const { place, pending, outcome, release, recall } = usePlaceOrder(cart, intent);
  const [secrets, setSecrets] = useState<Record<string, Record<string, string>>>({});
  const slow = useSlow(pending);
  const needsIon = useNeedsIon();
  const problems = validateCart(cart);

  if (intent.state === "unknown") return <Unconfirmed intent={intent} onRelease={() => release(secrets)} />;
  if (intent.state === "held") return <Held intent={intent} onRecall={recall} />;
  if (intent.state !== "none") {
    const retrying = intent.state === "pending" && intent.attempts > 0;
    return (
      <p role="status" className="text-right text-body">
        <span className="font-medium">{t(retrying ? "retrying" : "placing")}.</span>{" "}
        {retrying ? t("retryingText", { attempts: intent.attempts + 1 }) : t("placingText")}
      </p>
    );
  }
  if (problems.length > 0) return <NotYet cart={cart} problems={problems} />;

  const seats = cart.items.reduce((sum, item) => sum + (item.usageBased ? 0 : item.quantity), 0);
  const total = totalWords(cart.totals);
  return (
    <div className="grid justify-items-end gap-4">
      <OutcomeBanner outcome={outcome} cart={cart} />
      {limit !== null && <LimitReached cart={cart} limit={limit} />}
      <SecretFields review={review} values={secrets} onChange={setSecrets} />
      {review.attestsAgreement && <AgreementLines review={review} />}
      <NeedsIonNote />
      <Button
        variant="primary"
        size="lg"
        className="h-auto min-h-10 py-2 whitespace-normal"
        pending={pending}
        onClick={() => place(secrets)}
        {...(limit === null ? {} : { disabledReason: t("limitTitle", { limit }) })}
        {...needsIon}
      >
        {total === "" ? t("orderNoTotal", { seats }) : t("order", { seats, total })}
      </Button>
      <p role="status" className="min-h-5 text-right text-table text-2">
        {slow ? t("placingText") : null}
      </p>
    </div>
  );
}

/** True when something has been going on for so long that a word is due. */
function useSlow(pending: boolean): boolean {
  const [slow, setSlow] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    if (pending) timer.current = setTimeout(() => setSlow(true), SLOW_AFTER_MS);
    else setSlow(false);
    return () => clearTimeout(timer.current);
  }, [pending]);
  return slow;
}
