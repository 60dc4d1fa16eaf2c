"use client";

import { useEffect, useId, useRef, useState } from "react";
import { cn } from "@/components/ui/cn";
import { Icon } from "@/components/ui/icon";
import { StatusBadge } from "@/components/ui/status-badge";
import type { Cart, CartItem } from "@/lib/carts/schemas";
import { useTranslations } from "@/lib/i18n/use-translations";
import { QuestionsBody } from "./questions-body";
import { useItemRefusals } from "./use-item-refusals";

/**
 * The vendor's questions about one line: folded, with how far the answers are; opened, the form. Lines that are asked
 * nothing still say what the order does to the customer's tenant.
 */
export function QuestionsPanel({
  cart,
  item,
  editable,
  opens,
}: {
  cart: Cart;
  item: CartItem;
  editable: boolean;
  /** Open from the start, or from now on: a link to these questions was followed. */
  opens: boolean;
}) {
  const t = useTranslations("carts.questions");
  const id = useId();
  const [open, setOpen] = useState(opens);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (opens) setOpen(true);
  }, [opens]);
  const { count: refused } = useItemRefusals(cart, item.id);
  const { provisioning, vendorName } = item;
  if (provisioning.state === "unknown" || (provisioning.state === "none" && provisioning.tenant === "none"))
    return null;
  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  return (
    <div id={`questions-${item.id}`} className="scroll-mt-20 rounded border border-line">
      <h2 className="flex">
        <button
          ref={button}
          type="button"
          aria-expanded={open}
          aria-controls={id}
          onClick={() => setOpen(!open)}
          className="flex min-h-10 w-full flex-wrap items-center gap-x-2 gap-y-1 rounded px-3 py-2 text-left text-table font-medium hover:bg-surface-1"
        >
          <Icon
            name="icon-chevron-right"
            className={cn("text-3 transition-transform motion-reduce:transition-none", open && "rotate-90")}
          />
          {vendorName ? t("title", { vendor: vendorName }) : t("titleOpen")}
          <ProvisioningBadge item={item} refused={refused} />
        </button>
      </h2>
      <div id={id} hidden={!open} className="border-t border-line px-3 py-4 sm:px-4">
        {open && <QuestionsBody cart={cart} item={item} editable={editable} onDone={close} />}
      </div>
    </div>
  );
}

function ProvisioningBadge({ item, refused }: { item: CartItem; refused: number }) {
  const t = useTranslations("carts.questions");
  const { state, missing, confirmation, questionCount, answeredCount, requiredUnknown } = item.provisioning;
  if (state === "missing") {
    const count = missing.length + (confirmation === "missing" ? 1 : 0);
    return <StatusBadge tone="attention">{t("missing", { count })}</StatusBadge>;
  }
  if (refused > 0) return <StatusBadge tone="danger">{t("refused", { count: refused })}</StatusBadge>;
  if (state !== "complete" || questionCount === 0) return null;
  // Which answers are needed only Ion knows: how many there are is all that can be said.
  if (requiredUnknown) {
    return (
      <StatusBadge tone={answeredCount === 0 ? "attention" : "neutral"}>
        {t("answered", { answered: answeredCount, count: questionCount })}
      </StatusBadge>
    );
  }
  return <StatusBadge tone="ok">{t("complete")}</StatusBadge>;
}
