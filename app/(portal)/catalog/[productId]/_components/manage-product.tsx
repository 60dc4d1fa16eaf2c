"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useNeedsIon } from "@/app/(portal)/_components/connection";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { toast } from "@/components/ui/toast-store";
import { catalogKeys } from "@/lib/catalog/catalog-keys";
import type { Product } from "@/lib/catalog/schemas";
import { useTranslations } from "@/lib/i18n/use-translations";
import type { UserFacingError } from "@/lib/user-facing";
import { isUnconfirmed } from "../../_components/is-unconfirmed";
import { setProductEnabledAction } from "../../actions";

/** Enables or disables the product for the whole account, after asking. */
export function ManageProduct({ product }: { product: Pick<Product, "id" | "name" | "disabled"> }) {
  const t = useTranslations("catalog");
  const router = useRouter();
  const queries = useQueryClient();
  const [error, setError] = useState<UserFacingError | null>(null);
  const needsIon = useNeedsIon();
  const verb = product.disabled ? "enable" : "disable";

  const confirm = async () => {
    setError(null);
    const result = await setProductEnabledAction({ productId: product.id, enabled: product.disabled });
    if (!result.ok) {
      setError(result.error);
      return false;
    }
    await queries.invalidateQueries({ queryKey: catalogKeys.all });
    router.refresh();
    toast({ title: t(product.disabled ? "manage.enabled" : "manage.disabled", { product: product.name }) });
  };

  if (needsIon.disabledReason !== undefined) return <Button {...needsIon}>{t(`manage.${verb}`)}</Button>;
  return (
    <ConfirmDialog
      trigger={<Button>{t(`manage.${verb}`)}</Button>}
      onOpenChange={() => setError(null)}
      title={t(`manage.${verb}Title`, { product: product.name })}
      description={t(`manage.${verb}Description`)}
      confirmLabel={t(`manage.${verb}`)}
      cancelLabel={t("manage.keep")}
      danger={!product.disabled}
      onConfirm={confirm}
    >
      {error && (
        <Banner
          tone="danger"
          live="assertive"
          title={t(isUnconfirmed(error) ? "manage.unconfirmed" : "manage.failed")}
          reference={error.reference}
        >
          {error.message}
        </Banner>
      )}
    </ConfirmDialog>
  );
}
