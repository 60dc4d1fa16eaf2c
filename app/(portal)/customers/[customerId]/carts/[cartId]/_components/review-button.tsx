"use client";

import { useRouter } from "next/navigation";
import { useId, useTransition } from "react";
import { useNeedsIon } from "@/app/(portal)/_components/connection";
import { Button } from "@/components/ui/button";
import { buttonClass } from "@/components/ui/button-class";
import { Tooltip } from "@/components/ui/tooltip";
import type { Cart } from "@/lib/carts/schemas";
import type { CartProblem } from "@/lib/carts/validate-cart";
import { useTranslations } from "@/lib/i18n/use-translations";
import { routes } from "@/lib/routes";
import type { CartChanges } from "./use-cart-changes";

/**
 * On to the review, for a cart with lines. While something is missing it says so and leads to the first thing. What still
 * waits to be saved is saved first.
 */
export function ReviewButton({
  cart,
  changes,
  problems,
  explained = false,
}: {
  cart: Cart;
  changes: CartChanges;
  problems: readonly CartProblem[];
  /** Says under the button what is missing; else only on hover, focus and to screen readers. */
  explained?: boolean;
}) {
  const t = useTranslations("carts.page");
  const router = useRouter();
  const reasonId = useId();
  const [pending, startTransition] = useTransition();
  const needsIon = useNeedsIon();
  const lines = problems.filter((problem) => "itemId" in problem);
  const [first] = lines;
  const count = lines.reduce((sum, line) => sum + (line.kind === "unanswered" ? line.count : 1), 0);
  const review = () =>
    startTransition(async () => {
      await changes.settled();
      router.push(routes.cartReview(cart.customerId, cart.id));
    });
  if (!first) {
    return (
      <Button variant="primary" pending={pending} onClick={review} {...needsIon}>
        {t("review")}
      </Button>
    );
  }
  const reason = t("reviewWhy", { count });
  // Not inert, unlike other disabled buttons: it shows what is missing.
  const button = (
    <button
      type="button"
      aria-disabled="true"
      aria-describedby={reasonId}
      className={buttonClass({ variant: "primary" })}
      onClick={() => leadTo(first.itemId)}
    >
      {t("review")}
    </button>
  );
  return (
    <span className="inline-grid justify-items-end gap-1">
      {explained ? button : <Tooltip text={reason}>{button}</Tooltip>}
      <span id={reasonId} className={explained ? "text-caption text-attention-text" : "sr-only"}>
        {reason}
      </span>
    </span>
  );
}

/** Opens the questions of a line, or shows the line, and takes the focus there. */
function leadTo(itemId: string) {
  const hash = `#questions-${itemId}`;
  if (window.location.hash === hash) window.dispatchEvent(new HashChangeEvent("hashchange"));
  else window.location.hash = hash;
}
