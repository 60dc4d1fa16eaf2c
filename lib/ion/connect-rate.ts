import "server-only";
import { RateLimiterDrizzle, RateLimiterRes } from "rate-limiter-flexible";
import { getDb } from "@/lib/db/client";
import { ionCallRates } from "@/lib/db/schema/connections";
import { log } from "@/lib/log";
import { createSharedRate, type SharedRate } from "./shared-rate";

const QUIET_MS = 60_000;

/** The account's rate of calls, counted in the database for all replicas. */
export async function createDbRate(accountId: string, perSecond: number): Promise<SharedRate> {
  const limiter = new RateLimiterDrizzle({
    storeClient: await getDb(),
    schema: ionCallRates,
    points: perSecond,
    duration: 1,
    keyPrefix: "ion",
    // Once the second is used up there is no need to ask before it is over.
    inMemoryBlockOnConsumed: perSecond,
    // One row an account: nothing to clear.
    clearExpiredByTimeout: false,
  });
  let saidAt = 0;
  return createSharedRate(
    perSecond,
    {
      reserve: async (calls) => {
        try {
          const { msBeforeNext } = await limiter.consume(accountId, calls);
          return { granted: true, msLeft: msBeforeNext };
        } catch (refusal) {
          if (refusal instanceof RateLimiterRes) return { granted: false, msLeft: refusal.msBeforeNext };
          throw refusal;
        }
      },
      block: async (ms) => {
        await limiter.block(accountId, ms / 1000);
      },
    },
    {
      onError: (error) => {
        if (Date.now() - saidAt < QUIET_MS) return;
        saidAt = Date.now();
        log.warn(
          { event: "ion-rate-not-shared", accountId, err: error },
          "calls to Ion could not be counted",
        );
      },
    },
  );
}
