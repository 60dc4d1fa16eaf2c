"use client";

import { Checkbox } from "@/components/ui/choice";
import type { ProvisioningState } from "@/lib/carts/schemas";
import { useTranslations } from "@/lib/i18n/use-translations";

/**
 * What the order does to the customer's tenant, and how that is known. Where Ion can't tell for sure, a person says so:
 * a second tenant can't be undone.
 */
export function TenantStatement({
  provisioning,
  customerName,
  stuckOrderId,
  isConfirmed,
  confirmError,
  onConfirm,
  editable,
}: {
  provisioning: ProvisioningState;
  customerName: string;
  stuckOrderId: string | null;
  isConfirmed: boolean;
  confirmError: string | undefined;
  onConfirm: (isConfirmed: boolean) => void;
  editable: boolean;
}) {
  const t = useTranslations("carts");
  const { tenant, tenantDomain, tenantReason, confirmation } = provisioning;
  if (tenant === "none") return null;
  const domain = tenantDomain;
  return (
    <div className="grid gap-2">
      <div className="text-table">
        <p className="font-medium">
          {tenant === "existing" && domain
            ? t.rich("questions.existing", { domain, b: (chunks) => <strong>{chunks}</strong> })
            : t(tenant === "existing" ? "questions.existingUnnamed" : `questions.${tenant}`)}
        </p>
        {tenantReason && t.has(`tenantReason.${tenantReason}` as "tenantReason.tenant-in-profile") && (
          <p className="text-2">{t(`tenantReason.${tenantReason}` as "tenantReason.tenant-in-profile")}</p>
        )}
        {stuckOrderId && (
          <p className="text-attention-text">{t("questions.stuckOrder", { orderId: stuckOrderId })}</p>
        )}
      </div>
      {confirmation !== "not-needed" && (
        <Checkbox
          checked={isConfirmed}
          disabled={!editable}
          onChange={(event) => onConfirm(event.target.checked)}
          label={t("questions.confirm", { customer: customerName })}
          help={t("questions.confirmHelp")}
          error={isConfirmed ? undefined : confirmError}
        />
      )}
    </div>
  );
}
