import { getTranslations } from "next-intl/server";
import { PageCrumbs } from "@/components/shell/page-crumbs";
import { ButtonLink } from "@/components/ui/button-link";
import { PageHeader } from "@/components/ui/page-header";
import { currentActor } from "@/lib/auth/current-actor";
import { mayActor } from "@/lib/auth/require-permission";
import { getCustomer } from "@/lib/customers/get-customer";
import { readPage } from "@/lib/page";
import { routes } from "@/lib/routes";
import { CustomerStatusBadge } from "../../../_components/customer-status-badge";
import { OrderForCustomer } from "./order-for-customer";

/** Who the customer is, its state, and what can be done. With Ion down the id stands for the name. */
export async function CustomerHeader({ customerId }: { customerId: string }) {
  const t = await getTranslations("customers");
  const [actor, loaded] = await Promise.all([currentActor(), readPage(() => getCustomer(customerId))]);
  if (!loaded.ok) {
    return (
      <>
        <PageCrumbs crumbs={[{ label: customerId, href: routes.customer(customerId) }]} />
        <PageHeader title={t("header.id", { id: customerId })} className="pb-4" />
      </>
    );
  }
  const { organization, contactName, email, status } = loaded.data;
  const mayEdit = actor !== undefined && mayActor(actor, "customers:write");
  const mayOrder = actor !== undefined && mayActor(actor, "carts:write");
  return (
    <>
      <PageCrumbs crumbs={[{ label: organization, href: routes.customer(customerId) }]} />
      <PageHeader
        className="pb-4"
        title={organization}
        badge={<CustomerStatusBadge status={status} />}
        facts={[contactName, email, t("header.id", { id: customerId })].filter(Boolean).join(" · ")}
        actions={
          <>
            {mayEdit && <ButtonLink href={routes.editCustomer(customerId)}>{t("header.edit")}</ButtonLink>}
            {mayOrder && <OrderForCustomer customerId={customerId} inactive={status === "inactive"} />}
          </>
        }
      />
    </>
  );
}
