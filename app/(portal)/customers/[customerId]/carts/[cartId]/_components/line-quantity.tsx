"use client";

import { useLocale } from "next-intl";
import { QuantityStepper } from "@/components/ui/quantity-stepper";
import type { CartItem } from "@/lib/carts/schemas";
import { formatNumber } from "@/lib/format";
import { useTranslations } from "@/lib/i18n/use-translations";

/** How many of a line's plan are wanted, within what the plan allows. */
export function LineQuantity({
  item,
  label,
  editable,
  problem,
  onChange,
}: {
  item: CartItem;
  label: string;
  editable: boolean;
  /** Why the last change was not made. */
  problem: string | undefined;
  onChange: (quantity: number) => void;
}) {
  const t = useTranslations("carts.line");
  const locale = useLocale();
  const { minQuantity: min, maxQuantity: max } = item;
  if (!editable) return <span className="tabular-nums">{formatNumber(locale, item.quantity)}</span>;
  const limits =
    max !== null && min > 1
      ? t("limits", { min, max })
      : max !== null
        ? t("atMost", { max })
        : min > 1
          ? t("atLeast", { min })
          : null;
  return (
    <span className="inline-grid max-w-44 gap-0.5">
      <QuantityStepper
        value={item.quantity}
        onChange={onChange}
        min={min}
        {...(max === null ? {} : { max })}
        label={limits ? `${label} (${limits})` : label}
        error={problem}
      />
      {limits && (
        <span aria-hidden="true" className="text-caption text-3">
          {limits}
        </span>
      )}
    </span>
  );
}
