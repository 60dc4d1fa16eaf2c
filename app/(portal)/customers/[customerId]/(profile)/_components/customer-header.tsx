import { getTranslations } from "next-intl/server";
import { PageCrumbs } from "@/components/shell/page-crumbs";
import { ButtonLink } from "@/components/ui/button-link";
import { PageHeader } from "@/components/ui/page-header";
import { currentActor } from "@/lib/auth/current-actor";
import { mayActor } from "@/lib/auth/require-permission";
import { getCustomer } from "@/lib/customers/get-customer";
import { getKnownCustomer } from "@/lib/customers/get-known-customer";
import { readPage } from "@/lib/page";
import { routes } from "@/lib/routes";
import { Fresh } from "../../../../_components/fresh";
import { CustomerStatusBadge } from "../../../_components/customer-status-badge";
import { OrderForCustomer } from "./order-for-customer";

/** Who the customer is, its state, and what can be done. With nothing known and Ion down the id stands for the name. */
export async function CustomerHeader({ customerId }: { customerId: string }) {
  const t = await getTranslations("customers");
  const [actor, loaded] = await Promise.all([currentActor(), readPage(() => getKnownCustomer(customerId))]);
  if (!loaded.ok) {
    return (
      <>
        <PageCrumbs crumbs={[{ label: customerId, href: routes.customer(customerId) }]} />
        <PageHeader title={t("header.id", { id: customerId })} className="pb-4" />
      </>
    );
  }
  const known = loaded.data;
  const read = () => getCustomer(customerId);
  const mayEdit = actor !== undefined && mayActor(actor, "customers:write");
  const mayOrder = actor !== undefined && mayActor(actor, "carts:write");
  // The words change in their places when Ion has answered; what can be pressed stays as it is.
  return (
    <>
      <Fresh known={known} read={read}>
        {({ organization }) => (
          <PageCrumbs crumbs={[{ label: organization, href: routes.customer(customerId) }]} />
        )}
      </Fresh>
      <PageHeader
        className="pb-4"
        title={
          <Fresh known={known} read={read}>
            {({ organization }) => organization}
          </Fresh>
        }
        badge={
          <Fresh known={known} read={read}>
            {({ status }) => <CustomerStatusBadge status={status} />}
          </Fresh>
        }
        facts={
          <Fresh known={known} read={read}>
            {({ contactName, email }) =>
              [contactName, email, t("header.id", { id: customerId })].filter(Boolean).join(" · ")
            }
          </Fresh>
        }
        actions={
          <>
            {mayEdit && <ButtonLink href={routes.editCustomer(customerId)}>{t("header.edit")}</ButtonLink>}
            {mayOrder && (
              <OrderForCustomer customerId={customerId} inactive={known.value.status === "inactive"} />
            )}
          </>
        }
      />
    </>
  );
}
