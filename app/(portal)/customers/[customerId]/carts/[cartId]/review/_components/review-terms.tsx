"use client";

import { DescriptionList, Fact } from "@/components/ui/description-list";
import { Section } from "@/components/ui/section";
import type { Cart, CartItem } from "@/lib/carts/schemas";
import { useTranslations } from "@/lib/i18n/use-translations";
import { lineName } from "../../_components/cart-line";
import { useDuration } from "../../_components/plan-words";

/** From when, for how long, and until when it can be undone. No date is computed: only Ion tells it. */
export function ReviewTerms({ cart }: { cart: Cart }) {
  const t = useTranslations("carts.review");
  const approved = cart.items.filter((item) => item.approvalRequired).map(lineName);
  return (
    <Section title={t("terms")}>
      <DescriptionList columns={3} className="items-start">
        <Fact label={t("from")}>
          {t("fromText")}
          {approved.length > 0 && (
            <span className="block">{t("approvalNote", { names: [...new Set(approved)].join(", ") })}</span>
          )}
        </Fact>
        <Fact label={t("commit")}>
          <ul className="grid gap-1">
            {cart.items.map((item) => (
              <Commitment key={item.id} item={item} />
            ))}
          </ul>
        </Fact>
        <Fact label={t("undo")}>{t("undoText")}</Fact>
      </DescriptionList>
    </Section>
  );
}

function Commitment({ item }: { item: CartItem }) {
  const t = useTranslations("carts.review");
  const inWords = useDuration();
  const name = lineName(item);
  const term = inWords(item.term);
  const words =
    item.period === "one-time"
      ? t("commitOnce", { name })
      : term
        ? t("commitTerm", { name, term })
        : t("commitNone", { name });
  return (
    <li>
      {words}
      {item.cancelTiming && item.period !== "one-time" && (
        <span className="text-2">; {t(`cancel.${item.cancelTiming}`)}</span>
      )}
    </li>
  );
}
