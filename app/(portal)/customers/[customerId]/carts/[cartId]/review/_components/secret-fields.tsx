"use client";

import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Section } from "@/components/ui/section";
import type { CartReview } from "@/lib/carts/get-cart-review";
import { useTranslations } from "@/lib/i18n/use-translations";
import { lineName } from "../../_components/cart-line";

type Secrets = Record<string, Record<string, string>>;

/** Passwords the vendors want: typed here, sent with the order, and kept nowhere. */
export function SecretFields({
  review,
  values,
  onChange,
}: {
  review: CartReview;
  values: Secrets;
  onChange: (values: Secrets) => void;
}) {
  const t = useTranslations("carts.review");
  const asked = review.cart.items.filter((item) => (review.secrets[item.id]?.length ?? 0) > 0);
  if (asked.length === 0) return null;
  return (
    <Section title={t("secrets")} description={t("secretsHelp")} className="w-full">
      <div className="grid gap-4 sm:grid-cols-2">
        {asked.flatMap((item) =>
          (review.secrets[item.id] ?? []).map(({ key, title, required }) => (
            <Field
              key={`${item.id} ${key}`}
              label={asked.length > 1 ? `${title} · ${lineName(item)}` : title}
              optional={!required}
            >
              <Input
                type="password"
                autoComplete="new-password"
                value={values[item.id]?.[key] ?? ""}
                onChange={(event) =>
                  onChange({ ...values, [item.id]: { ...values[item.id], [key]: event.target.value } })
                }
              />
            </Field>
          )),
        )}
      </div>
    </Section>
  );
}
