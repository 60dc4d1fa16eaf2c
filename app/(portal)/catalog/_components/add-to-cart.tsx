"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useEffect, useState } from "react";
import { useNeedsIon } from "@/app/(portal)/_components/connection";
import { NeedsIonNote } from "@/app/(portal)/_components/needs-ion-note";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Icon } from "@/components/ui/icon";
import { QuantityStepper } from "@/components/ui/quantity-stepper";
import { TextLink } from "@/components/ui/text-link";
import type { Offer, Plan, Product } from "@/lib/catalog/schemas";
import type { ChosenCustomer } from "@/lib/customers/chosen-customer";
import { useTranslations } from "@/lib/i18n/use-translations";
import { routes } from "@/lib/routes";
import type { UserFacingError } from "@/lib/user-facing";
import { chooseCustomerAction } from "../../customers/actions";
import { CustomerDialog } from "./customer-dialog";
import { isUnconfirmed } from "./is-unconfirmed";
import { hasLimits, LimitsNote } from "./plan-notes";
import { PlanTotal } from "./plan-total";
import { TenantNote } from "./tenant-note";
import { type CustomerRef, useAddToCart } from "./use-add-to-cart";

/**
 * How many of the chosen plan, for whom, what it comes to, and the button. Without a chosen customer the button asks for
 * one first and then goes on with the same plan and quantity.
 */
export function AddToCart({
  product,
  plan,
  quantity,
  onQuantityChange,
  customer,
  tenant,
}: {
  product: Product;
  plan: Plan | undefined;
  quantity: number;
  onQuantityChange: (quantity: number) => void;
  customer: ChosenCustomer | null;
  tenant: Offer["tenant"];
}) {
  const t = useTranslations("catalog");
  const router = useRouter();
  const [draft, setDraft] = useState<number | null>(quantity);
  const [dialog, setDialog] = useState<"add" | "change" | null>(null);
  const { add, undo, pending, error, added } = useAddToCart();
  const needsIon = useNeedsIon();
  useEffect(() => setDraft(quantity), [quantity]);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    // A quantity that is not one stays where it is, with its reason under it.
    if (!plan || draft === null || pending || needsIon.disabledReason !== undefined) return;
    if (customer) void add(plan, draft, customer);
    else setDialog("add");
  };
  const choose = async (chosen: CustomerRef): Promise<UserFacingError | null> => {
    const result = await chooseCustomerAction({ customerId: chosen.id });
    if (!result.ok) return result.error;
    const problem = dialog === "add" && plan && draft !== null ? await add(plan, draft, chosen) : null;
    if (dialog !== "add" || problem) router.refresh();
    return problem;
  };
  const quantityError = error?.fieldErrors?.quantity?.[0];
  const inactive = customer?.status === "inactive";
  const reason = !plan
    ? t("add.pick")
    : inactive
      ? t("add.inactive", { customer: customer.organization })
      : undefined;

  const canOrder = product.skus.some((sku) => sku.plans.some((one) => one.orderable.ok));
  if (!canOrder) return <p className="text-table text-2">{t("add.nothing")}</p>;
  return (
    <div className="grid gap-2">
      <form onSubmit={submit} noValidate className="flex flex-wrap items-start gap-x-6 gap-y-3">
        <Field
          label={t("add.quantity")}
          {...(plan && hasLimits(plan) ? { help: <LimitsNote plan={plan} /> } : {})}
          {...(quantityError ? { error: quantityError } : {})}
        >
          <QuantityStepper
            value={quantity}
            onChange={onQuantityChange}
            onDraft={setDraft}
            min={plan?.minQuantity ?? 1}
            {...(plan?.maxQuantity ? { max: plan.maxQuantity } : {})}
          />
        </Field>
        <div className="grid min-w-56 flex-1 gap-0.5 text-table text-2 sm:pt-6">
          <p aria-live="polite" className="text-body">
            {plan ? <PlanTotal plan={plan} quantity={draft} /> : t("add.pick")}
          </p>
          <p>
            {customer
              ? t.rich("add.forCustomer", {
                  customer: customer.organization,
                  strong: (chunks) => <strong className="font-medium text-1">{chunks}</strong>,
                })
              : t("add.noCustomer")}{" "}
            {customer && (
              <button
                type="button"
                onClick={() => setDialog("change")}
                className="min-h-6 rounded-sm underline decoration-line-strong underline-offset-3 hover:text-1"
              >
                {t("add.change")}
              </button>
            )}
          </p>
          {customer && (
            <p>
              <TenantNote tenant={tenant} />
            </p>
          )}
        </div>
        <Button
          type="submit"
          variant="primary"
          pending={pending}
          className="sm:mt-6 max-sm:w-full"
          {...(reason ? { disabledReason: reason } : {})}
          {...needsIon}
        >
          <Icon name="icon-shopping-cart" />
          {t("add.button")}
        </Button>
      </form>
      <NeedsIonNote />
      {error && dialog === null && !quantityError && (
        <Banner
          tone="danger"
          live="assertive"
          title={t(isUnconfirmed(error) ? "add.unconfirmed" : "add.failed")}
          reference={error.reference}
        >
          {error.message}
        </Banner>
      )}
      <div role="status" className="text-table">
        {added && (
          <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-2">
            {t("add.inCart", { quantity: added.quantity, plan: added.words })}
            <TextLink href={routes.cart(added.customer.id, added.cartId)} className="font-medium text-1">
              {t("add.openCart")}
            </TextLink>
            <button
              type="button"
              onClick={() => undo(added)}
              className="min-h-6 rounded-sm underline decoration-line-strong underline-offset-3 hover:text-1"
            >
              {t("add.undo")}
            </button>
          </p>
        )}
      </div>
      <CustomerDialog
        open={dialog !== null}
        onOpenChange={(open) => !open && setDialog(null)}
        title={t(dialog === "change" ? "customerDialog.chooseTitle" : "customerDialog.title")}
        description={
          dialog === "add" && plan && draft !== null
            ? t("customerDialog.description", { quantity: draft, plan: plan.skuName })
            : t("customerDialog.chooseDescription")
        }
        submitLabel={t(dialog === "change" ? "customerDialog.choose" : "customerDialog.add")}
        onChoose={choose}
      />
    </div>
  );
}
