import type { Cart, CartItem } from "./schemas";

/** Something that stands between a cart and its review, in the order of the page. */
export type CartProblem =
  | { kind: "empty" }
  | { kind: "state"; state: Cart["state"] }
  | { kind: "blocked"; itemId: string; reason: string }
  | { kind: "unanswered"; itemId: string; count: number };

/** What has to be mended before the cart can be reviewed; an empty list means nothing. Pure. */
export function validateCart({ state, items }: Pick<Cart, "state" | "items">): CartProblem[] {
  if (state !== "open" && state !== "unknown") return [{ kind: "state", state }];
  if (items.length === 0) return [{ kind: "empty" }];
  return items.flatMap((item) => itemProblem(item) ?? []);
}

function itemProblem({ id, blockedReason, provisioning }: CartItem): CartProblem | null {
  if (blockedReason !== null) return { kind: "blocked", itemId: id, reason: blockedReason };
  if (provisioning.state !== "missing") return null;
  const unconfirmed = provisioning.confirmation === "missing" ? 1 : 0;
  return { kind: "unanswered", itemId: id, count: provisioning.missing.length + unconfirmed };
}
