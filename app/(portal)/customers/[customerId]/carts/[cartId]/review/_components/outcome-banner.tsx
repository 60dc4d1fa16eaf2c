"use client";

import { useEffect, useRef } from "react";
import { Banner } from "@/components/ui/banner";
import { ButtonLink } from "@/components/ui/button-link";
import { TextLink } from "@/components/ui/text-link";
import type { Cart } from "@/lib/carts/schemas";
import { useTranslations } from "@/lib/i18n/use-translations";
import { routes } from "@/lib/routes";
import { lineName } from "../../_components/cart-line";
import { useTotalWords } from "../../_components/use-total-words";
import { Difference } from "./difference";
import type { Outcome } from "./use-place-order";

/** How the last attempt ended: what is now true, and what to do. Takes the focus, since the button did something else. */
export function OutcomeBanner({ outcome, cart }: { outcome: Outcome | null; cart: Cart }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (outcome) place.current?.focus();
  }, [outcome]);
  if (!outcome) return null;
  return (
    <div ref={place} tabIndex={-1} className="w-full rounded">
      <Content outcome={outcome} cart={cart} />
    </div>
  );
}

function Content({ outcome, cart }: { outcome: Outcome; cart: Cart }) {
  const t = useTranslations("carts.review");
  const totalWords = useTotalWords();
  switch (outcome.kind) {
    case "price":
      return (
        <Banner tone="attention" live="assertive" title={t("changedTitle")}>
          {t("changedText", { before: totalWords(outcome.before), after: totalWords(cart.totals) })}
        </Banner>
      );
    case "cart":
      return (
        <Banner tone="attention" live="assertive" title={t("cartChangedTitle")}>
          {t("cartChangedText")}
        </Banner>
      );
    case "difference":
      return (
        <Banner tone="attention" live="assertive" title={outcome.message}>
          <Difference difference={outcome.difference} />
        </Banner>
      );
    case "checked-out":
      return (
        <Banner
          tone="info"
          live="assertive"
          title={t("checkedOutTitle")}
          action={
            <ButtonLink size="sm" href={routes.customerOrders(cart.customerId)}>
              {t("toOrders")}
            </ButtonLink>
          }
        >
          {t("checkedOutText")}
        </Banner>
      );
    case "unreachable":
      return (
        <Banner tone="attention" live="assertive">
          {t("unreachable")}
        </Banner>
      );
    case "refused":
      return <Refused fieldErrors={outcome.fieldErrors} cart={cart} />;
    case "failed":
      return (
        <Banner tone="danger" live="assertive" reference={outcome.error.reference}>
          {outcome.error.message}
        </Banner>
      );
  }
}

/** Answers that were refused, each with the way to its questions. */
function Refused({ fieldErrors, cart }: { fieldErrors: Record<string, string[]>; cart: Cart }) {
  const t = useTranslations("carts.review");
  const refusals = Object.entries(fieldErrors).flatMap(([field, sentences]) => {
    const [, itemId] = /^items\.(\d+)\./.exec(field) ?? [];
    const item = cart.items.find(({ id }) => id === itemId);
    return sentences.map((sentence) => ({ field, sentence, item }));
  });
  return (
    <Banner tone="danger" live="assertive" title={t("refused", { count: refusals.length })}>
      <ul className="grid gap-1">
        {refusals.map(({ field, sentence, item }) => (
          <li key={`${field} ${sentence}`}>
            {item ? (
              <TextLink href={routes.cartQuestions(cart.customerId, cart.id, item.id)}>
                {t("refusedItem", { name: lineName(item), message: sentence })}
              </TextLink>
            ) : (
              sentence
            )}
          </li>
        ))}
      </ul>
    </Banner>
  );
}
