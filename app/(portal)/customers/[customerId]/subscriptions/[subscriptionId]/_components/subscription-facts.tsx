import { DateTime } from "@/components/ui/date-time";
import { DescriptionList, Fact } from "@/components/ui/description-list";
import { TextLink } from "@/components/ui/text-link";
import { useTranslations } from "@/lib/i18n/use-translations";
import { routes } from "@/lib/routes";
import type { Subscription } from "@/lib/subscriptions/subscription-schemas";
import { Copyable } from "./copyable";

/** The column of facts beside a subscription: whose it is, what, and by which numbers it is found. */
export function SubscriptionFacts({ subscription }: { subscription: Subscription }) {
  const t = useTranslations("subscriptions");
  const { customerId, tenant } = subscription;
  return (
    <DescriptionList>
      <Fact label={t("facts.customer")}>
        <TextLink href={routes.customer(customerId)}>
          {subscription.customerName ?? t("customerId", { id: customerId })}
        </TextLink>
      </Fact>
      <Fact label={t("facts.product")}>
        {subscription.productId ? (
          <TextLink href={routes.product(subscription.productId)}>
            {subscription.productName ?? subscription.productId}
          </TextLink>
        ) : (
          subscription.productName
        )}
      </Fact>
      <Fact label={t("facts.plan")}>{subscription.planName}</Fact>
      <Fact label={t("facts.vendor")}>{subscription.providerName}</Fact>
      {subscription.orderId && (
        <Fact label={t("facts.order")}>
          <TextLink href={routes.order(customerId, subscription.orderId)}>
            {t("facts.orderLink", { id: subscription.orderId })}
          </TextLink>
        </Fact>
      )}
      {tenant.domain && <Fact label={t("facts.domain")}>{tenant.domain}</Fact>}
      {tenant.id && (
        <Fact label={t("facts.tenantId")}>
          <Copyable value={tenant.id} label={t("copy.tenantId")} />
        </Fact>
      )}
      {tenant.region && <Fact label={t("facts.region")}>{tenant.region}</Fact>}
      {subscription.customerPO && <Fact label={t("facts.customerPO")}>{subscription.customerPO}</Fact>}
      {subscription.resellerPO && <Fact label={t("facts.resellerPO")}>{subscription.resellerPO}</Fact>}
      <Fact label={t("facts.vendorId")}>
        {subscription.vendorSubscriptionId && (
          <Copyable value={subscription.vendorSubscriptionId} label={t("copy.vendorId")} />
        )}
      </Fact>
      <Fact label={t("facts.ionId")}>
        <Copyable value={subscription.id} label={t("copy.ionId")} />
      </Fact>
      {subscription.partNumber && <Fact label={t("facts.partNumber")}>{subscription.partNumber}</Fact>}
      {subscription.parentSubscriptionId && (
        <Fact label={t("facts.parent")}>{subscription.parentSubscriptionId}</Fact>
      )}
      {subscription.updatedAt && (
        <Fact label={t("facts.updated")}>
          <DateTime value={subscription.updatedAt} />
        </Fact>
      )}
    </DescriptionList>
  );
}
