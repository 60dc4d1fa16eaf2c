import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { LoadProblem } from "@/app/(portal)/_components/load-problem";
import { listCustomerCarts } from "@/lib/carts/list-customer-carts";
import { customerParams } from "@/lib/ids";
import { pageParams, readPage } from "@/lib/page";
import { CustomerCarts } from "./_components/customer-carts";

type Props = { params: Promise<unknown> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("carts"))("title") };
}

/** One customer's carts in progress. */
export default async function CustomerCartsPage({ params }: Props) {
  const { customerId } = await pageParams(customerParams, params);
  const loaded = await readPage(() => listCustomerCarts(customerId));
  if (!loaded.ok) return <LoadProblem error={loaded.error} />;
  return <CustomerCarts customerId={customerId} initial={loaded.data} />;
}
