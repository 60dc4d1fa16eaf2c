import { getTranslations } from "next-intl/server";
import { RelativeTime } from "@/components/ui/relative-time";
import { Section } from "@/components/ui/section";
import { Table, Td, Th } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import { listCustomerOrders } from "@/lib/orders/list-customer-orders";
import { orderListQuerySchema } from "@/lib/orders/order-list-schema";
import { readPage } from "@/lib/page";
import { routes } from "@/lib/routes";
import { LoadProblem } from "../../../../_components/load-problem";
import { OrderStatusBadge } from "../../../../orders/_components/order-status-badge";

const SHOWN = 4;

/** The customer's latest orders and how they stand. */
export async function RecentOrders({ customerId }: { customerId: string }) {
  const [t, loaded] = await Promise.all([
    getTranslations("customers.recent"),
    readPage(() => listCustomerOrders(customerId, orderListQuerySchema.parse({ limit: SHOWN }))),
  ]);
  if (!loaded.ok) {
    return (
      <Section title={t("title")}>
        <LoadProblem error={loaded.error} />
      </Section>
    );
  }
  const { rows } = loaded.data;
  return (
    <Section
      title={t("title")}
      actions={rows.length > 0 && <TextLink href={routes.customerOrders(customerId)}>{t("all")}</TextLink>}
    >
      {rows.length === 0 ? (
        <p className="text-table text-3">{t("none")}</p>
      ) : (
        <Table label={t("title")}>
          <thead className="sr-only">
            <tr>
              <Th>{t("order")}</Th>
              <Th>{t("status")}</Th>
              <Th>{t("created")}</Th>
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, SHOWN).map((row) => (
              <tr key={row.id}>
                <th scope="row" className="border-b border-line py-2 pr-2 text-left align-top font-medium">
                  <TextLink href={routes.order(row.customerId, row.id)}>
                    {row.title ?? t("number", { id: row.id })}
                  </TextLink>
                  {row.moreItems > 0 && (
                    <span className="font-normal text-3"> {t("more", { count: row.moreItems })}</span>
                  )}
                </th>
                <Td>
                  <OrderStatusBadge status={row.status} plain />
                </Td>
                <Td className="text-right whitespace-nowrap text-2">
                  {row.createdAt && <RelativeTime value={row.createdAt} />}
                </Td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </Section>
  );
}
