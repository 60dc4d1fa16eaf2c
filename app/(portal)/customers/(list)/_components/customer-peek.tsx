"use client";

import { DateOnly } from "@/components/ui/date-time";
import { DescriptionList, Fact } from "@/components/ui/description-list";
import { TextLink } from "@/components/ui/text-link";
import type { CustomerRow } from "@/lib/customers/schemas";
import { useTranslations } from "@/lib/i18n/use-translations";
import { routes } from "@/lib/routes";
import { CustomerStatusBadge } from "../../_components/customer-status-badge";
import { useCountryName } from "../../_components/use-country-name";

/** A customer at a glance, for the side panel of the list. */
export function CustomerPeek({ customer }: { customer: CustomerRow }) {
  const t = useTranslations("customers");
  const countryName = useCountryName();
  return (
    <div className="grid gap-4">
      <div>
        <CustomerStatusBadge status={customer.status} />
      </div>
      <DescriptionList>
        <Fact label={t("columns.contact")}>{customer.contactName}</Fact>
        <Fact label={t("columns.email")}>{customer.email}</Fact>
        <Fact label={t("columns.domain")}>{customer.domain}</Fact>
        <Fact label={t("columns.country")}>{customer.country && countryName(customer.country)}</Fact>
        <Fact label={t("columns.created")}>
          {customer.createdAt ? <DateOnly value={customer.createdAt} /> : null}
        </Fact>
        <Fact label={t("columns.id")}>{customer.id}</Fact>
      </DescriptionList>
      <ul className="grid gap-1 text-table">
        <li>
          <TextLink href={routes.customerOrders(customer.id)}>{t("tabs.orders")}</TextLink>
        </li>
        <li>
          <TextLink href={routes.customerSubscriptions(customer.id)}>{t("tabs.subscriptions")}</TextLink>
        </li>
        <li>
          <TextLink href={routes.customerCarts(customer.id)}>{t("tabs.carts")}</TextLink>
        </li>
      </ul>
    </div>
  );
}
