import { createHash } from "node:crypto";
import type { Money } from "@/lib/money-value";

/** What makes two states of a cart the same for the person who reviewed one of them. */
export type FingerprintLine = {
  id: string;
  planName: string | null;
  quantity: number;
  unitPrice: Money | null;
  onceTotal: Money | null;
  addOn: { planId: string; quantity: number; unitPrice: Money | null } | null;
  /** What would be sent to the vendor. */
  attributes: readonly { name: string; value: string }[];
};

/**
 * Digest of a cart's lines: whatever the person saw and would pay for, and the answers that go to the vendor. Neither the
 * order of the lines nor the way a number is written counts. Not secret, and not reversible to the answers.
 */
export function cartFingerprint(lines: readonly FingerprintLine[]): string {
  const content = [...lines]
    .sort((one, other) => (one.id < other.id ? -1 : 1))
    .map((line) => [
      line.id,
      line.planName,
      line.quantity,
      price(line.unitPrice),
      price(line.onceTotal),
      line.addOn && [line.addOn.planId, line.addOn.quantity, price(line.addOn.unitPrice)],
      line.attributes.map(({ name, value }) => [name, value]),
    ]);
  return createHash("sha256").update(JSON.stringify(content)).digest("base64url").slice(0, 32);
}

/** "16.50" and "16.5" are one price. */
function price(money: Money | null): string | null {
  if (!money) return null;
  const amount = money.amount.includes(".") ? money.amount.replace(/\.?0+$/, "") : money.amount;
  return `${amount} ${money.currency}`;
}
