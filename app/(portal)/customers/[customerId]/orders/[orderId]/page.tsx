import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { LoadProblem } from "@/app/(portal)/_components/load-problem";
import { PageHeader } from "@/components/ui/page-header";
import { orderParams } from "@/lib/ids";
import { getKnownOrder } from "@/lib/orders/get-order";
import { pageParams, readPage } from "@/lib/page";
import { OrderView } from "./_components/order-view";

type Props = { params: Promise<unknown> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { customerId, orderId } = await pageParams(orderParams, params);
  // An order that is not there has no title of its own either.
  await readPage(() => getKnownOrder(customerId, orderId));
  return { title: (await getTranslations("orders"))("order", { id: orderId }) };
}

/** One order: what is known of it at once, then followed at Ion until it is settled. */
export default async function OrderPage({ params }: Props) {
  const { customerId, orderId } = await pageParams(orderParams, params);
  const loaded = await readPage(() => getKnownOrder(customerId, orderId));
  if (loaded.ok) return <OrderView initial={loaded.data} />;
  const t = await getTranslations("orders");
  return (
    <>
      <PageHeader title={t("order", { id: orderId })} />
      <LoadProblem error={loaded.error} />
    </>
  );
}
