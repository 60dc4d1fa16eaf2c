"use client";

import { Banner } from "@/components/ui/banner";
import { ButtonLink } from "@/components/ui/button-link";
import { TextLink } from "@/components/ui/text-link";
import type { Cart } from "@/lib/carts/schemas";
import type { CartProblem } from "@/lib/carts/validate-cart";
import { useTranslations } from "@/lib/i18n/use-translations";
import { routes } from "@/lib/routes";
import { lineName } from "../../_components/cart-line";

/** Why the cart can't be ordered yet, with the way to each thing. */
export function NotYet({ cart, problems }: { cart: Cart; problems: readonly CartProblem[] }) {
  const t = useTranslations("carts");
  const back = (
    <ButtonLink size="sm" href={routes.cart(cart.customerId, cart.id)}>
      {t("review.back")}
    </ButtonLink>
  );
  const [first] = problems;
  if (first?.kind === "state" && first.state === "checked-out") {
    return (
      <Banner
        tone="info"
        title={t("review.checkedOutTitle")}
        action={
          <ButtonLink size="sm" href={routes.customerOrders(cart.customerId)}>
            {t("review.toOrders")}
          </ButtonLink>
        }
      >
        {t("review.checkedOutText")}
      </Banner>
    );
  }
  if (first?.kind === "state") return <Banner tone="info" title={t("page.savedBanner")} action={back} />;
  if (first?.kind === "empty") return <Banner tone="info" title={t("page.reviewEmpty")} action={back} />;
  return (
    <Banner tone="attention" title={t("review.missing")} action={back}>
      <ul className="grid gap-1">
        {problems.map((problem) => {
          const item = "itemId" in problem && cart.items.find(({ id }) => id === problem.itemId);
          if (!item) return null;
          const name = lineName(item);
          const words =
            problem.kind === "blocked"
              ? t("review.missingItem", { name, reason: problem.reason })
              : problem.kind === "unanswered"
                ? t("review.missingAnswers", { name, count: problem.count })
                : name;
          return (
            <li key={item.id}>
              <TextLink href={routes.cartQuestions(cart.customerId, cart.id, item.id)}>{words}</TextLink>
            </li>
          );
        })}
      </ul>
    </Banner>
  );
}
