"use client";

import type { ReactNode } from "react";
import { Checkbox } from "@/components/ui/choice";
import { Fieldset } from "@/components/ui/fieldset";
import { Money } from "@/components/ui/money";
import type { CartItem } from "@/lib/carts/schemas";
import { useTranslations } from "@/lib/i18n/use-translations";

/**
 * The add-ons of a line's plan. Ion's cart item holds one: while one is on, the others say so instead of taking its place
 * without a word.
 */
export function AddOnChoice({
  item,
  name,
  onChange,
}: {
  item: CartItem;
  name: string;
  onChange: (addOn: { addOnId: string; planId: string } | null) => void;
}) {
  const t = useTranslations("carts");
  const { addOn: chosen, availableAddOns: offered } = item;
  const isChosen = ({ addOnId, planId }: { addOnId: string; planId: string }) =>
    chosen?.planId === planId && (chosen.addOnId ?? addOnId) === addOnId;
  const isOffered = chosen !== null && offered.some(isChosen);
  return (
    <Fieldset
      legend={
        <>
          <span aria-hidden="true">{t("addOns.title")}</span>
          <span className="sr-only">{t("addOns.for", { name })}</span>
        </>
      }
      help={chosen && offered.length > 1 ? t("addOns.one", { name: chosen.name }) : undefined}
      className="gap-0.5"
    >
      {chosen && !isOffered && (
        <Checkbox
          checked
          onChange={() => onChange(null)}
          label={<AddOnLabel name={chosen.name} price={chosen.unitPrice} per={t(`per.${chosen.period}`)} />}
          help={t("addOns.gone")}
        />
      )}
      {offered.map((addOn) => {
        const on = isChosen(addOn);
        const isBlocked = !on && (chosen !== null || !addOn.orderable);
        return (
          <Checkbox
            key={`${addOn.addOnId}/${addOn.planId}`}
            checked={on}
            disabled={isBlocked}
            onChange={() => onChange(on ? null : { addOnId: addOn.addOnId, planId: addOn.planId })}
            label={
              <AddOnLabel name={addOn.name} price={addOn.unitPrice} per={t(`per.${addOn.period}`)}>
                {on && chosen?.lineTotal && (
                  <span className="ml-auto pl-4 font-medium">
                    <Money value={chosen.lineTotal} />
                  </span>
                )}
              </AddOnLabel>
            }
            {...(!addOn.orderable && !on ? { help: t("addOns.notOrderable") } : {})}
          />
        );
      })}
    </Fieldset>
  );
}

function AddOnLabel({
  name,
  price,
  per,
  children,
}: {
  name: string;
  price: CartItem["unitPrice"];
  per: string;
  children?: ReactNode;
}) {
  return (
    <span className="flex flex-wrap items-baseline gap-x-2 text-table">
      <span>{name}</span>
      {price && (
        <span className="text-2">
          <Money value={price} /> <span className="text-caption text-3">{per}</span>
        </span>
      )}
      {children}
    </span>
  );
}
