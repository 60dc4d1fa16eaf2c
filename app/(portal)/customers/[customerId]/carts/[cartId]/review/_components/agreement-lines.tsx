"use client";

import { useLocale } from "next-intl";
import type { CartReview } from "@/lib/carts/get-cart-review";
import { formatDate } from "@/lib/format";
import { useTranslations } from "@/lib/i18n/use-translations";

/** Who is said to have accepted the vendor's agreement: the sentence that the order states in the customer's name. */
export function AgreementLines({ review }: { review: CartReview }) {
  const t = useTranslations("carts.review");
  const locale = useLocale();
  const sentences = new Set(
    Object.values(review.answers).flatMap((answers) => {
      const of = (key: string) => answers.find((answer) => answer.key === key)?.text ?? "";
      const date = of("agreementDateAgreed");
      if (date === "") return [];
      return t("attest", {
        name: `${of("agreementFirstName")} ${of("agreementLastName")}`.trim(),
        email: of("agreementEmail"),
        customer: review.cart.customerName,
        date: formatDate(locale, date, "UTC"),
      });
    }),
  );
  return [...sentences].map((sentence) => (
    <p key={sentence} className="max-w-prose text-right text-table text-2">
      {sentence}
    </p>
  ));
}
