import { getTranslations } from "next-intl/server";
import { type ReactNode, Suspense } from "react";
import { Skeleton } from "@/components/ui/skeleton";
import { TabNav } from "@/components/ui/tab-nav";
import { requireCustomer } from "@/lib/customers/require-customer";
import { subscriptionParams } from "@/lib/ids";
import { pageParams, readPage } from "@/lib/page";
import { routes } from "@/lib/routes";
import { SubscriptionHeader } from "./_components/subscription-header";

type Props = { children: ReactNode; params: Promise<unknown> };

/** Head and tabs of one subscription. Who may not see the customer is turned away before anything is drawn. */
export default async function SubscriptionLayout({ children, params }: Props) {
  const { customerId, subscriptionId } = await pageParams(subscriptionParams, params);
  await readPage(() => requireCustomer(customerId));
  const t = await getTranslations("subscriptions.tabs");
  return (
    <>
      <Suspense
        fallback={
          <div className="pb-4">
            <Skeleton className="my-1 h-5 w-72 max-w-full" />
            <Skeleton className="mt-2 h-4 w-80 max-w-full" />
          </div>
        }
      >
        <SubscriptionHeader customerId={customerId} subscriptionId={subscriptionId} />
      </Suspense>
      <TabNav
        className="mb-6"
        label={t("label")}
        tabs={[
          { href: routes.subscription(customerId, subscriptionId), label: t("overview") },
          { href: routes.subscriptionActivity(customerId, subscriptionId), label: t("activity") },
        ]}
      />
      {children}
    </>
  );
}
