"use client";

import { useId } from "react";
import { Money } from "@/components/ui/money";
import type { Cart } from "@/lib/carts/schemas";
import { useTranslations } from "@/lib/i18n/use-translations";
import { MarginValue } from "./margin-value";

/**
 * What the cart costs: one row per currency and billing period, never added across. Cost and margin stand beside the price
 * for those who may see them.
 */
export function CartTotals({ cart }: { cart: Pick<Cart, "totals" | "unpricedItems" | "items"> }) {
  const t = useTranslations("carts");
  const id = useId();
  const withCost = cart.totals.some((total) => "cost" in total);
  const byUse = cart.items.some((item) => item.usageBased);
  return (
    <section aria-labelledby={id} className="grid justify-items-end gap-2 border-t border-line pt-4">
      <h2 id={id} className="sr-only">
        {t("totals.title")}
      </h2>
      {cart.totals.length === 0 ? (
        <p className="text-table text-2">{t("totals.none")}</p>
      ) : (
        <table className="text-right text-body">
          <thead className={withCost ? "text-caption text-3" : "sr-only"}>
            <tr>
              <th scope="col" className="text-left font-normal">
                <span className="sr-only">{t("totals.title")}</span>
              </th>
              {withCost && (
                <>
                  <th scope="col" className="pl-6 max-sm:pl-3 font-normal">
                    {t("totals.cost")}
                  </th>
                  <th scope="col" className="pl-6 max-sm:pl-3 font-normal">
                    {t("totals.margin")}
                  </th>
                </>
              )}
              <th scope="col" className="pl-6 max-sm:pl-3 font-normal">
                {t("totals.price")}
              </th>
            </tr>
          </thead>
          <tbody>
            {cart.totals.map((total) => (
              <tr key={`${total.currency} ${total.period}`}>
                <th scope="row" className="py-0.5 text-left font-normal text-2">
                  {t(`per.${total.period}`)}
                </th>
                {withCost && (
                  <>
                    <td className="pl-6 max-sm:pl-3 text-table text-2">
                      {total.cost ? <Money value={total.cost} /> : t("totals.unknown")}
                    </td>
                    <td className="pl-6 max-sm:pl-3 text-table text-2">
                      {total.margin ? <MarginValue margin={total.margin} /> : t("totals.unknown")}
                    </td>
                  </>
                )}
                <td className="pl-6 max-sm:pl-3 text-heading font-semibold">
                  <Money value={total} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p className="max-w-prose text-right text-caption text-3">
        {byUse && `${t("totals.usage")} · `}
        {t("totals.tax")}
      </p>
      {cart.unpricedItems > 0 && (
        <p className="text-table text-attention-text">
          {t("totals.unpriced", { count: cart.unpricedItems })}
        </p>
      )}
    </section>
  );
}
