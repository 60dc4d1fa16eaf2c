import { shareOf } from "../random";

/**
 * What becomes of a new order: `complete` after the usual while; `on-hold` until somebody releases or cancels it;
 * `error` with a reason at the end; `stuck` IN_PROGRESS without an end; `partial`, at checkout only: the last item
 * fails and the others are ordered.
 */
export const OUTCOMES = ["complete", "on-hold", "error", "stuck", "partial"] as const;
export type Outcome = (typeof OUTCOMES)[number];

export type NextOrders = {
  /** Decides the next orders' outcome in the order given, before chance does. */
  push(outcome: Outcome, count: number): void;
  pending(): Outcome[];
  clear(): void;
  /** The outcome of a new order. `orderId` makes the share of trouble repeatable. */
  take(orderId: string, trouble: number, seed: number): Outcome;
};

export function createNextOrders(): NextOrders {
  let queue: Outcome[] = [];
  return {
    push(outcome, count) {
      for (let n = 0; n < count; n += 1) queue.push(outcome);
    },
    pending: () => [...queue],
    clear() {
      queue = [];
    },
    take(orderId, trouble, seed) {
      const forced = queue.shift();
      if (forced) return forced;
      const share = shareOf(`trouble:${seed}:${orderId}`);
      if (share >= trouble) return "complete";
      return share < trouble / 2 ? "on-hold" : "error";
    },
  };
}
