"use client";

import { type FormEvent, useId, useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { LONGEST_CART_NAME } from "@/lib/carts/inputs";
import type { Cart } from "@/lib/carts/schemas";
import { useTranslations } from "@/lib/i18n/use-translations";
import { renameCartAction } from "../actions";
import { cartName } from "./cart-name";
import type { CartChanges } from "./use-cart-changes";

/** Gives the cart a name. A refused one stays as typed, with the reason under it. */
export function RenameDialog({
  cart,
  changes,
  open,
  onClose,
}: {
  cart: Cart;
  changes: CartChanges;
  open: boolean;
  onClose: () => void;
}) {
  const t = useTranslations("carts");
  const common = useTranslations("common");
  const formId = useId();
  const [problem, setProblem] = useState<string>();
  const [pending, startTransition] = useTransition();
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const displayName = String(new FormData(event.currentTarget).get("name") ?? "");
    startTransition(async () => {
      let fieldProblem: string | undefined;
      const refusal = await changes.run(async () => {
        const result = await renameCartAction({ customerId: cart.customerId, cartId: cart.id, displayName });
        if (!result.ok) fieldProblem = result.error.fieldErrors?.displayName?.[0];
        return result;
      });
      setProblem(fieldProblem ?? refusal);
      if (!refusal) onClose();
    });
  };
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => {
        setProblem(undefined);
        if (!next) onClose();
      }}
      title={t("page.renameTitle")}
      size="sm"
      footer={
        <>
          <Button onClick={onClose}>{common("cancel")}</Button>
          <Button type="submit" form={formId} variant="primary" pending={pending}>
            {t("page.renameSave")}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} noValidate>
        <Field label={t("page.renameTitle")} help={t("page.renameHelp")} error={problem}>
          <Input
            name="name"
            defaultValue={cart.displayName ?? cartName(t, cart)}
            maxLength={LONGEST_CART_NAME * 10}
            autoComplete="off"
          />
        </Field>
      </form>
    </Dialog>
  );
}
