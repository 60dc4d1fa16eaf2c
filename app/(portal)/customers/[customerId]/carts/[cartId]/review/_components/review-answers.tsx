"use client";

import { useLocale } from "next-intl";
import { DescriptionList, Fact } from "@/components/ui/description-list";
import { Section } from "@/components/ui/section";
import { TextLink } from "@/components/ui/text-link";
import type { CartReview } from "@/lib/carts/get-cart-review";
import type { Cart, CartItem } from "@/lib/carts/schemas";
import { formatDate } from "@/lib/format";
import { useTranslations } from "@/lib/i18n/use-translations";
import { routes } from "@/lib/routes";
import { lineName } from "../../_components/cart-line";

/** What goes to the vendors with the order, line by line, and what happens to the customer's tenant. */
export function ReviewAnswers({ review }: { review: CartReview }) {
  const t = useTranslations("carts");
  const { cart, answers } = review;
  const asked = cart.items.filter(
    (item) => item.provisioning.tenant !== "none" || (answers[item.id]?.length ?? 0) > 0,
  );
  if (asked.length === 0) return null;
  return (
    <Section title={t("review.answersTitle")}>
      <div className="grid gap-6">
        {asked.map((item, index) => {
          const same = asked
            .slice(0, index)
            .find((one) => JSON.stringify(answers[one.id]) === JSON.stringify(answers[item.id]));
          return (
            <LineAnswers
              key={item.id}
              cart={cart}
              item={item}
              answers={answers[item.id] ?? []}
              sameAs={same ? lineName(same) : null}
            />
          );
        })}
      </div>
    </Section>
  );
}

function LineAnswers({
  cart,
  item,
  answers,
  sameAs,
}: {
  cart: Cart;
  item: CartItem;
  answers: CartReview["answers"][string];
  /** An earlier line with the very same answers: they are read once. */
  sameAs: string | null;
}) {
  const t = useTranslations("carts");
  const locale = useLocale();
  const { tenant, tenantDomain, questionCount } = item.provisioning;
  const name = lineName(item);
  return (
    <div className="grid gap-2">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h3 className="text-body font-medium">
          {name} <span className="font-normal text-2">{item.vendorName}</span>
        </h3>
        {questionCount > 0 && (
          <TextLink className="text-table" href={routes.cartQuestions(cart.customerId, cart.id, item.id)}>
            {t("review.editAnswers")}
            <span className="sr-only"> {name}</span>
          </TextLink>
        )}
      </div>
      {tenant !== "none" && (
        <p className="text-table">
          {tenant === "existing" && tenantDomain
            ? t.rich("questions.existing", { domain: tenantDomain, b: (chunks) => <strong>{chunks}</strong> })
            : t(tenant === "existing" ? "questions.existingUnnamed" : `questions.${tenant}`)}
        </p>
      )}
      {answers.length > 0 && sameAs !== null && (
        <p className="text-table text-2">{t("review.sameAnswers", { name: sameAs })}</p>
      )}
      {answers.length > 0 && sameAs === null && (
        <DescriptionList columns={2}>
          {answers.map(({ key, title, text, isDate }) => (
            <Fact key={key} label={title}>
              {isDate ? formatDate(locale, text, "UTC") : text}
            </Fact>
          ))}
        </DescriptionList>
      )}
    </div>
  );
}
