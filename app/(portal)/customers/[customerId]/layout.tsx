import type { ReactNode } from "react";
import { Texts } from "@/app/_components/texts";
import { requireCustomer } from "@/lib/customers/require-customer";
import { customerParams } from "@/lib/ids";
import { pageParams, readPage } from "@/lib/page";

type Props = { children: ReactNode; params: Promise<{ customerId: string }> };

/**
 * Turns away who may not see this customer before anything of a page is drawn, so that the answer is a real 404. The
 * pages' use cases ask again: a layout is not drawn anew on every step.
 */
export default async function CustomerLayout({ children, params }: Props) {
  const { customerId } = await pageParams(customerParams, params);
  await readPage(() => requireCustomer(customerId));
  return <Texts of="all">{children}</Texts>;
}
