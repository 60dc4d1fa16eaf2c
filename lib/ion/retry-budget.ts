export interface RetryBudgetOptions {
  /** Retries that each first attempt earns, for example 0.15. */
  ratio: number;
  /** Retries there are to begin with, and at most. */
  reserve: number;
  /** Retries that come back by themselves each second, so that a quiet portal can always repeat a question. */
  perSecond: number;
}

export interface RetryBudget {
  /** A call makes its first attempt. */
  earn(): void;
  /** True when a call may make one more attempt; it is then paid for. */
  spend(): boolean;
}

/** Bounds retries to a share of the calls: when Ion is down, the portal must not send it four times its usual traffic. */
export function createRetryBudget({ ratio, reserve, perSecond }: RetryBudgetOptions): RetryBudget {
  let balance = reserve;
  let seenAt = Date.now();

  function add(retries: number): void {
    balance = Math.min(reserve, balance + retries);
  }

  function refill(): void {
    const now = Date.now();
    add(((now - seenAt) / 1000) * perSecond);
    seenAt = now;
  }

  return {
    earn: () => add(ratio),
    spend: () => {
      refill();
      if (balance < 1) return false;
      balance -= 1;
      return true;
    },
  };
}
