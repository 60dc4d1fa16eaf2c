import type { Offer } from "@/lib/catalog/schemas";
import { useTranslations } from "@/lib/i18n/use-translations";

/** Whether this goes into the customer's tenant or makes one; nothing for vendors without tenants. */
export function TenantNote({ tenant }: { tenant: Offer["tenant"] }) {
  const t = useTranslations("catalog");
  if (!tenant || tenant.state === "none") return null;
  if (tenant.state === "existing") {
    return (
      <>{tenant.domain ? t("tenant.existing", { domain: tenant.domain }) : t("tenant.existingUnnamed")}</>
    );
  }
  if (tenant.state === "new") return <>{t(tenant.needsConfirmation ? "tenant.newUnsure" : "tenant.new")}</>;
  return <>{t("tenant.unknown")}</>;
}
