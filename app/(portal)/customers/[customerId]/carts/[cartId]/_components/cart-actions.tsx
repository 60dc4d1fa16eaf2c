"use client";

import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { useNeedsIon } from "@/app/(portal)/_components/connection";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { DropdownMenu, MenuItem } from "@/components/ui/dropdown-menu";
import { Icon } from "@/components/ui/icon";
import { toast } from "@/components/ui/toast-store";
import type { Cart } from "@/lib/carts/schemas";
import type { CartProblem } from "@/lib/carts/validate-cart";
import { useTranslations } from "@/lib/i18n/use-translations";
import { routes } from "@/lib/routes";
import { deleteCartAction, saveForLaterAction } from "../actions";
import { RenameDialog } from "./rename-dialog";
import { ReviewButton } from "./review-button";
import type { CartChanges } from "./use-cart-changes";

/** What can be done with the cart as a whole. `locked`: it is being ordered, or was. */
export function CartActions({
  cart,
  changes,
  problems,
  locked,
}: {
  cart: Cart;
  changes: CartChanges;
  problems: readonly CartProblem[];
  locked: boolean;
}) {
  const t = useTranslations("carts");
  const router = useRouter();
  const [dialog, setDialog] = useState<"rename" | "delete" | null>(null);
  const [deleteProblem, setDeleteProblem] = useState<string>();
  const [saving, startSaving] = useTransition();
  const needsIon = useNeedsIon();
  const ref = { customerId: cart.customerId, cartId: cart.id };
  if (locked || cart.state === "checked-out") return null;

  const save = () =>
    startSaving(async () => {
      await changes.settled();
      const refusal = await changes.run(() => saveForLaterAction(ref));
      toast(
        refusal
          ? { tone: "danger", title: t("errors.failed", { reason: refusal }) }
          : { title: t("page.saved") },
      );
    });
  const remove = async () => {
    const result = await deleteCartAction(ref).catch(() => undefined);
    if (!result?.ok) {
      setDeleteProblem(result?.error.message ?? t("page.stale"));
      return false;
    }
    toast({ title: t("page.deleted") });
    router.push(routes.customerCarts(cart.customerId));
    return true;
  };

  return (
    <>
      <DropdownMenu
        trigger={
          <Button variant="ghost" size="icon" title={t("page.more")}>
            <Icon name="icon-ellipsis" />
            <span className="sr-only">{t("page.more")}</span>
          </Button>
        }
      >
        <MenuItem onSelect={() => setDialog("rename")}>{t("page.rename")}</MenuItem>
        <MenuItem danger onSelect={() => setDialog("delete")}>
          {t("page.delete")}
        </MenuItem>
      </DropdownMenu>
      {cart.state === "open" && cart.items.length > 0 && (
        <Button pending={saving} onClick={save} {...needsIon}>
          {t("page.save")}
        </Button>
      )}
      {cart.state === "open" && cart.items.length > 0 && (
        <ReviewButton cart={cart} changes={changes} problems={problems} />
      )}
      <RenameDialog
        cart={cart}
        changes={changes}
        open={dialog === "rename"}
        onClose={() => setDialog(null)}
      />
      <ConfirmDialog
        open={dialog === "delete"}
        onOpenChange={(open) => {
          setDeleteProblem(undefined);
          if (!open) setDialog(null);
        }}
        title={t("page.deleteTitle")}
        description={t("page.deleteText")}
        confirmLabel={t("page.delete")}
        cancelLabel={t("page.deleteKeep")}
        danger
        onConfirm={remove}
      >
        {deleteProblem && (
          <p role="alert" className="text-table text-danger-text">
            {deleteProblem}
          </p>
        )}
      </ConfirmDialog>
    </>
  );
}
