import { getTranslations } from "next-intl/server";
import { Fresh } from "@/app/(portal)/_components/fresh";
import { SubscriptionStatusBadge } from "@/app/(portal)/subscriptions/_components/subscription-status-badge";
import { PageCrumbs } from "@/components/shell/page-crumbs";
import { Badge } from "@/components/ui/badge";
import { PageHeader } from "@/components/ui/page-header";
import { useTranslations } from "@/lib/i18n/use-translations";
import { readPage } from "@/lib/page";
import { routes } from "@/lib/routes";
import { getKnownSubscription, getSubscription } from "@/lib/subscriptions/get-subscription";
import type { Subscription } from "@/lib/subscriptions/subscription-schemas";

type Props = { customerId: string; subscriptionId: string };

/** What the subscription is, whose, and its state. With nothing known and Ion down the number stands for the name. */
export async function SubscriptionHeader({ customerId, subscriptionId }: Props) {
  const t = await getTranslations("subscriptions");
  const loaded = await readPage(() => getKnownSubscription(customerId, subscriptionId));
  if (!loaded.ok) return <PageHeader className="pb-4" title={t("one", { id: subscriptionId })} />;
  return (
    <Fresh known={loaded.data} read={() => getSubscription(customerId, subscriptionId)}>
      {(subscription) => <Head subscription={subscription} />}
    </Fresh>
  );
}

function Head({ subscription }: { subscription: Subscription }) {
  const t = useTranslations("subscriptions");
  const { id, customerId, name, customerName, planName, seats, isTrial, state, status, billingType } =
    subscription;
  const customer = customerName ?? t("customerId", { id: customerId });
  return (
    <>
      <PageCrumbs
        crumbs={[
          { label: customer, href: routes.customer(customerId) },
          { label: t("title"), href: routes.customerSubscriptions(customerId) },
          { label: name, href: routes.subscription(customerId, id) },
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
