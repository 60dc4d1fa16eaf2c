import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { connectIon } from "@/lib/ion/connect";
import { log } from "@/lib/log";
import { readSnapshot } from "@/lib/snapshot";

const MAX_AGE_SECONDS = 60 * 60;
const CUSTOMERS_ASKED = 3;

/**
 * Names of the account's cloud providers by id. Ion has no list of them; the cloud profiles of any customer name them
 * all, so those of the first few are asked until some come. Only names leave this function. Without an answer the map is
 * empty: products then show no vendor, which is no reason to show no products. Source: CONTRACT.md section 2.2.
 */
export async function readProviderNames(actor: Actor): Promise<ReadonlyMap<string, string>> {
  try {
    const { rows } = await readSnapshot({
      key: `${actor.accountId}/providers`,
      maxAgeSeconds: MAX_AGE_SECONDS,
      read: () => providersOf(actor.accountId),
    });
    return new Map(rows);
  } catch (error) {
    log.warn({ err: error }, "provider names could not be read");
    return new Map();
  }
}

async function* providersOf(accountId: string): AsyncGenerator<readonly [string, string]> {
  const ion = await connectIon(accountId);
  const { customers } = await ion.customers.list({ pageSize: CUSTOMERS_ASKED });
  for (const customer of customers.slice(0, CUSTOMERS_ASKED)) {
    const profiles = await ion.cloudProfiles.list(customer.id);
    let named = false;
    for (const { providerId, displayName, shortName } of profiles) {
      const name = displayName ?? shortName;
      if (!providerId || !name) continue;
      named = true;
      yield [providerId, name];
    }
    if (named) return;
  }
}
