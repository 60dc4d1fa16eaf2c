import type { IntentDifference } from "@/lib/db/schema/order-intents";
import { AppError } from "@/lib/errors";

/** What was confirmed is not what would be ordered now: nothing is sent, and the person sees both. */
export class ChangedSinceSeen extends AppError {
  readonly difference: IntentDifference;

  constructor(code: "PRICE_CHANGED" | "CART_CHANGED" | "SUBSCRIPTION_CHANGED", difference: IntentDifference) {
    super(code);
    this.difference = difference;
  }

  /** By what it has, since each of the server's bundles holds a copy of this class. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return value instanceof AppError && "difference" in value;
  }
}
