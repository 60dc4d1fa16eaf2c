"use client";

import { RequestProblem } from "@/app/(portal)/_components/request-problem";
import { useCartColumns } from "@/app/(portal)/carts/_components/use-cart-columns";
import { GoToCatalog } from "@/app/(portal)/customers/[customerId]/carts/[cartId]/_components/go-to-catalog";
import { DataTable } from "@/components/data-table/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { Icon } from "@/components/ui/icon";
import type { CartPage } from "@/lib/carts/schemas";
import { useCustomerCarts } from "@/lib/carts/use-carts";
import { useTranslations } from "@/lib/i18n/use-translations";
import { routes } from "@/lib/routes";
import { NewCart } from "./new-cart";

/** One customer's carts in progress, and the start of another. */
export function CustomerCarts({ customerId, initial }: { customerId: string; initial: CartPage }) {
  const t = useTranslations("carts.list");
  const carts = useCustomerCarts(customerId, initial);
  const columns = useCartColumns(false);
  const { data } = carts;
  return (
    <DataTable
      label={t("label")}
      tableId="customer-carts"
      columns={columns}
      rows={data.rows}
      getRowId={(row) => row.id}
      rowHref={(row) => routes.cart(row.customerId, row.id)}
      empty={
        carts.isError ? (
          <RequestProblem error={carts.error} pending={carts.isFetching} onRetry={() => carts.refetch()} />
        ) : (
          <EmptyState
            title={t("emptyCustomerTitle")}
            description={t("emptyCustomerText")}
            action={
              <>
                <GoToCatalog customerId={customerId} variant="primary">
                  {t("emptyAction")}
                </GoToCatalog>
                <NewCart customerId={customerId}>{t("new")}</NewCart>
              </>
            }
          />
        )
      }
      toolbar={
        data.rows.length > 0 && (
          <NewCart customerId={customerId}>
            <Icon name="icon-plus" />
            {t("new")}
          </NewCart>
        )
      }
    />
  );
}
