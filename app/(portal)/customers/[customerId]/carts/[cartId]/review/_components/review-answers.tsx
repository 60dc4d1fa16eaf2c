"use client";

import { useTranslations } from "next-intl";
import { DescriptionList, Fact } from "@/components/ui/description-list";
import { Section } from "@/components/ui/section";
import { TextLink } from "@/components/ui/text-link";
import type { CartReview } from "@/lib/carts/get-cart-review";
import { routes } from "@/lib/routes";
import { lineName } from "../../_components/cart-line";

/** What goes to the vendors with the order, line by line, and what happens to the customer's tenant. */
export function ReviewAnswers({ review }: { review: CartReview }) {
  const t = useTranslations("carts");
  const { cart, answers } = review;
  const asked = cart.items.filter(
    (item) => item.provisioning.tenant !== "none" || (answers[item.id]?.length ?? 0) > 0,
  );
  return asked.map((item) => {
    const { tenant, tenantDomain } = item.provisioning;
    const vendor = item.vendorName ?? item.productName;
    return (
      <Section
        key={item.id}
        title={t("review.answers", { vendor })}
        description={lineName(item)}
        actions={
          item.provisioning.questionCount > 0 && (
            <TextLink href={routes.cartQuestions(cart.customerId, cart.id, item.id)}>
              {t("review.editAnswers")}
              <span className="sr-only"> {lineName(item)}</span>
            </TextLink>
          )
        }
      >
        {tenant !== "none" && (
          <p className="text-table">
            {tenant === "existing" && tenantDomain
              ? t.rich("questions.existing", {
                  domain: tenantDomain,
                  b: (chunks) => <strong>{chunks}</strong>,
                })
              : t(tenant === "existing" ? "questions.existingUnnamed" : `questions.${tenant}`)}
          </p>
        )}
        {(answers[item.id]?.length ?? 0) > 0 && (
          <DescriptionList columns={2}>
            {answers[item.id]?.map(({ key, title, text }) => (
              <Fact key={key} label={title}>
                {text}
              </Fact>
            ))}
          </DescriptionList>
        )}
      </Section>
    );
  });
}
