import { type CircuitBreaker, type CircuitBreakerOptions, createCircuitBreaker } from "./circuit-breaker";
import { createLanes, type Lanes } from "./lanes";
import type { IonLimits } from "./limits";
import { createRetryBudget, type RetryBudget } from "./retry-budget";
import type { SharedRate } from "./shared-rate";

/** What decides whether and when a call of an account goes out of this process. */
export interface Traffic {
  lanes: Lanes;
  breaker: CircuitBreaker;
  retries: RetryBudget;
}

export interface TrafficOptions {
  probe: CircuitBreakerOptions["probe"];
  onCircuit?: CircuitBreakerOptions["onChange"];
  /** The rate that this process shares with others; none by default. */
  rate?: SharedRate | undefined;
}

/** Lanes, breaker and retry budget of one account in this process; all its calls go by the same ones. */
export function createTraffic(limits: IonLimits, { probe, onCircuit, rate }: TrafficOptions): Traffic {
  const lanes = createLanes(limits, rate);
  const breaker = createCircuitBreaker({
    probe,
    onChange: (state) => {
      if (state === "closed") lanes.ramp();
      onCircuit?.(state);
    },
  });
  const retries = createRetryBudget({
    ratio: limits.retryRatio,
    reserve: limits.retryReserve,
    perSecond: limits.retriesPerSecond,
  });
  return { lanes, breaker, retries };
}
