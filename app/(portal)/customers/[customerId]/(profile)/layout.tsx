import { getTranslations } from "next-intl/server";
import { type ReactNode, Suspense } from "react";
import { TabNav } from "@/components/ui/tab-nav";
import { customerParams } from "@/lib/ids";
import { pageParams } from "@/lib/page";
import { routes } from "@/lib/routes";
import { CustomerHeader } from "./_components/customer-header";
import { CustomerHeaderSkeleton } from "./_components/customer-header-skeleton";

type Props = { children: ReactNode; params: Promise<{ customerId: string }> };

/** Head and tabs of one customer. */
export default async function ProfileLayout({ children, params }: Props) {
  const { customerId } = await pageParams(customerParams, params);
  const t = await getTranslations("customers.tabs");
  const tabs = [
    { href: routes.customer(customerId), label: t("overview") },
    { href: routes.customerOrders(customerId), label: t("orders") },
    { href: routes.customerSubscriptions(customerId), label: t("subscriptions") },
    { href: routes.customerCarts(customerId), label: t("carts") },
  ];
  return (
    <>
      <Suspense fallback={<CustomerHeaderSkeleton />}>
        <CustomerHeader customerId={customerId} />
      </Suspense>
      <TabNav label={t("label")} tabs={tabs} className="mb-6" />
      {children}
    </>
  );
}
