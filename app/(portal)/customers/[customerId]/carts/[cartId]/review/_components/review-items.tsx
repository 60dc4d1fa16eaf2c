"use client";

import { useLocale } from "next-intl";
import { Money } from "@/components/ui/money";
import { Section } from "@/components/ui/section";
import { TextLink } from "@/components/ui/text-link";
import type { Cart, CartItem } from "@/lib/carts/schemas";
import { formatNumber } from "@/lib/format";
import { useTranslations } from "@/lib/i18n/use-translations";
import { routes } from "@/lib/routes";
import { lineName } from "../../_components/cart-line";
import { Introductions, usePlanDetails } from "../../_components/plan-words";

const number = "py-2 pl-4 text-right align-top whitespace-nowrap";
const head = "border-b border-line pb-1.5 text-caption font-medium text-3";

/** What is ordered: every line with its plan, price, quantity and total, and its add-on. */
export function ReviewItems({ cart }: { cart: Cart }) {
  const t = useTranslations("carts");
  return (
    <Section
      title={t("review.what")}
      actions={<TextLink href={routes.cart(cart.customerId, cart.id)}>{t("review.edit")}</TextLink>}
    >
      <table className="w-full text-body">
        <thead>
          <tr>
            <th scope="col" className={`${head} text-left`}>
              {t("line.product")}
            </th>
            <th scope="col" className={`${head} pl-4 text-right`}>
              {t("line.quantity")}
            </th>
            <th scope="col" className={`${head} pl-4 text-right max-sm:hidden`}>
              {t("line.unitPrice")}
            </th>
            <th scope="col" className={`${head} pl-4 text-right`}>
              {t("line.total")}
            </th>
          </tr>
        </thead>
        <tbody>
          {cart.items.map((item) => (
            <ReviewItem key={item.id} item={item} />
          ))}
        </tbody>
      </table>
    </Section>
  );
}

function ReviewItem({ item }: { item: CartItem }) {
  const t = useTranslations("carts");
  const locale = useLocale();
  const details = usePlanDetails();
  const { addOn, onceTotal } = item;
  return (
    <>
      <tr className="border-t border-line first:border-t-0">
        <th scope="row" className="py-2 text-left align-top font-normal">
          <span className="block font-medium break-words">{lineName(item)}</span>
          <span className="block text-table text-2">{details(item)}</span>
          <span className="grid text-table text-2">
            <Introductions item={item} />
          </span>
        </th>
        <td className={`${number} tabular-nums`}>{formatNumber(locale, item.quantity)}</td>
        <td className={`${number} max-sm:hidden`}>
          <Price item={item} />
        </td>
        <td className={`${number} font-medium`}>
          {item.lineTotal ? <Money value={item.lineTotal} /> : "–"}
          <span className="block text-caption font-normal text-3">
            {item.lineTotal
              ? t(`per.${item.period}`)
              : t(item.usageBased ? "line.byUse" : "line.unknownPrice")}
          </span>
          {onceTotal && (
            <span className="block text-caption font-normal text-3">
              {t.rich("line.plusOnce", { price: () => <Money value={onceTotal} /> })}
            </span>
          )}
        </td>
      </tr>
      {addOn && (
        <tr>
          <th scope="row" className="pb-2 pl-4 text-left align-top text-table font-normal text-2">
            + {addOn.name}
          </th>
          <td className={`${number} pt-0 text-table tabular-nums`}>{formatNumber(locale, addOn.quantity)}</td>
          <td className={`${number} pt-0 text-table max-sm:hidden`}>
            {addOn.unitPrice ? <Money value={addOn.unitPrice} /> : "–"}
          </td>
          <td className={`${number} pt-0 text-table`}>
            {addOn.lineTotal ? <Money value={addOn.lineTotal} /> : "–"}
            <span className="block text-caption text-3">{t(`per.${addOn.period}`)}</span>
          </td>
        </tr>
      )}
    </>
  );
}

function Price({ item }: { item: CartItem }) {
  const t = useTranslations("carts");
  if (!item.unitPrice) return <span className="text-3">–</span>;
  return (
    <>
      <Money value={item.unitPrice} />
      <span className="block text-caption text-3">{t(`per.${item.period}`)}</span>
    </>
  );
}
