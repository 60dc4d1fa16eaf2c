"use client";

import { groupRole, headRole, rowRole, tableRole } from "@/components/data-table/row-roles";
import { cn } from "@/components/ui/cn";
import type { Cart } from "@/lib/carts/schemas";
import { useTranslations } from "@/lib/i18n/use-translations";
import { CartLine } from "./cart-line";
import type { CartChanges } from "./use-cart-changes";

/** The items of a cart: each with its plan, price, quantity, add-ons, and the vendor's questions. */
export function CartLines({
  cart,
  changes,
  editable,
  openId,
}: {
  cart: Cart;
  changes: CartChanges;
  editable: boolean;
  /** The line whose questions are open at first. */
  openId: string | null;
}) {
  const t = useTranslations("carts.line");
  const withCost = cart.items.some((item) => "lineCost" in item);
  const head = (label: string, className?: string) => (
    <th
      {...headRole}
      scope="col"
      className={cn("border-b border-line pb-1.5 text-caption font-medium text-3", className)}
    >
      {label}
    </th>
  );
  const numbers = "pl-4 text-right";
  return (
    <table
      {...tableRole}
      aria-label={t("list")}
      className="w-full border-separate border-spacing-0 text-body max-md:block"
    >
      <thead {...groupRole} className="max-md:sr-only">
        <tr {...rowRole}>
          {head(t("product"), "text-left")}
          {head(t("unitPrice"), numbers)}
          {head(t("quantity"), "pl-4 text-left")}
          {withCost && head(t("margin"), numbers)}
          {head(t("total"), numbers)}
          <th {...headRole} scope="col" className="w-10 border-b border-line">
            <span className="sr-only">{t("actions")}</span>
          </th>
        </tr>
      </thead>
      {cart.items.map((item) => (
        <CartLine
          key={item.id}
          cart={cart}
          item={item}
          changes={changes}
          editable={editable}
          withCost={withCost}
          opensQuestions={item.id === openId}
        />
      ))}
    </table>
  );
}
