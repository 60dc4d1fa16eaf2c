import { getTranslations } from "next-intl/server";
import { SubscriptionStatusBadge } from "@/app/(portal)/subscriptions/_components/subscription-status-badge";
import { PageCrumbs } from "@/components/shell/page-crumbs";
import { Badge } from "@/components/ui/badge";
import { PageHeader } from "@/components/ui/page-header";
import { readPage } from "@/lib/page";
import { routes } from "@/lib/routes";
import { getSubscription } from "@/lib/subscriptions/get-subscription";

/** What the subscription is, whose, and its state. With Ion down the number stands for the name. */
export async function SubscriptionHeader({
  customerId,
  subscriptionId,
}: {
  customerId: string;
  subscriptionId: string;
}) {
  const t = await getTranslations("subscriptions");
  const loaded = await readPage(() => getSubscription(customerId, subscriptionId));
  if (!loaded.ok) return <PageHeader className="pb-4" title={t("one", { id: subscriptionId })} />;
  const { name, customerName, planName, seats, isTrial, state, status, billingType } = loaded.data;
  const customer = customerName ?? t("customerId", { id: customerId });
  return (
    <>
      <PageCrumbs
        crumbs={[
          { label: customer, href: routes.customer(customerId) },
          { label: t("title"), href: routes.customerSubscriptions(customerId) },
          { label: name, href: routes.subscription(customerId, subscriptionId) },
        ]}
      />
      <PageHeader
        className="pb-4"
        title={name}
        badge={
          <>
            <SubscriptionStatusBadge subscription={{ state, status }} />
            {isTrial && <Badge tone="info">{t("trial")}</Badge>}
          </>
        }
        facts={[
          customer,
          planName,
          billingType === "usage" ? t("usage") : seats !== null && t("seats", { count: seats }),
        ]
          .filter(Boolean)
          .join(" · ")}
      />
    </>
  );
}
