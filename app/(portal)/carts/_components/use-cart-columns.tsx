"use client";

import { useMemo } from "react";
import type { DataColumn } from "@/components/data-table/columns";
import { RowLink } from "@/components/data-table/row-link";
import { Money } from "@/components/ui/money";
import { RelativeTime } from "@/components/ui/relative-time";
import type { CartRow } from "@/lib/carts/schemas";
import { useTranslations } from "@/lib/i18n/use-translations";
import { routes } from "@/lib/routes";
import { CartStateBadge } from "../../customers/[customerId]/carts/[cartId]/_components/cart-state-badge";
import { useTotalWords } from "../../customers/[customerId]/carts/[cartId]/_components/use-total-words";

/** The columns of a list of carts; without the customer on the customer's own page. */
export function useCartColumns(withCustomer: boolean): readonly DataColumn<CartRow>[] {
  const t = useTranslations("carts");
  return useMemo(() => {
    const columns: (DataColumn<CartRow> & { shown?: boolean })[] = [
      {
        id: "cart",
        header: t("list.cart"),
        cell: (row) => row.displayName ?? t("untitled", { id: row.id }),
      },
      {
        id: "customer",
        header: t("list.customer"),
        shown: withCustomer,
        cell: (row) => (
          <RowLink href={routes.customer(row.customerId)} className="max-w-56">
            {row.customerName}
          </RowLink>
        ),
      },
      { id: "items", header: t("list.items"), cell: (row) => <Items row={row} /> },
      {
        id: "total",
        header: t("list.total"),
        note: t("list.totalNote"),
        align: "end",
        cell: (row) => <Totals row={row} />,
      },
      {
        id: "state",
        header: t("list.state"),
        phone: "aside",
        cell: (row) => <CartStateBadge state={row.state} plain />,
      },
      {
        id: "touched",
        header: t("list.touched"),
        cell: (row) => <RelativeTime value={row.touchedAt} />,
      },
      {
        id: "createdBy",
        header: t("list.createdBy"),
        phone: "hidden",
        cell: (row) => row.createdBy ?? <span className="text-3">–</span>,
      },
    ];
    return columns.filter((column) => column.shown !== false);
  }, [t, withCustomer]);
}

function Items({ row }: { row: CartRow }) {
  const t = useTranslations("carts.list");
  if (!row.isRead) return <span className="text-attention-text">{t("unread")}</span>;
  if (row.itemCount === 0) return <span className="text-3">{t("noItems")}</span>;
  const more = row.itemCount - row.itemNames.length;
  return (
    <span className="flex min-w-0 items-baseline gap-1.5">
      <span className="max-w-80 truncate">{row.itemNames.join(", ")}</span>
      {more > 0 && <span className="shrink-0 text-3">{t("more", { count: more })}</span>}
    </span>
  );
}

/** The first total, and how many more: amounts of different currencies and periods are never added. */
function Totals({ row }: { row: CartRow }) {
  const t = useTranslations("carts");
  const words = useTotalWords();
  const [first, ...others] = row.totals;
  if (!first) return <span className="text-3">–</span>;
  return (
    <span className="whitespace-nowrap" title={others.length > 0 ? words(row.totals) : undefined}>
      <Money value={first} /> <span className="text-caption text-3">{t(`per.${first.period}`)}</span>
      {others.length > 0 && (
        <>
          <span aria-hidden="true" className="ml-1.5 text-3">
            {t("list.more", { count: others.length })}
          </span>
          <span className="sr-only">, {words(others)}</span>
        </>
      )}
    </span>
  );
}
