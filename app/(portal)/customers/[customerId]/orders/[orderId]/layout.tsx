import type { ReactNode } from "react";
import { requireCustomer } from "@/lib/customers/require-customer";
import { orderParams } from "@/lib/ids";
import { pageParams, readPage } from "@/lib/page";

type Props = { children: ReactNode; params: Promise<unknown> };

/** Who may not see the customer is turned away before anything of the order is drawn. */
export default async function OrderLayout({ children, params }: Props) {
  const { customerId } = await pageParams(orderParams, params);
  await readPage(() => requireCustomer(customerId));
  return children;
}
