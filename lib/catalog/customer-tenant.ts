import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { listCloudProfiles } from "@/lib/customers/list-cloud-profiles";
import { tenantState } from "@/lib/customers/tenant-state";
import { connectIon } from "@/lib/ion/connect";
import { isIonError } from "@/lib/ion/errors";
import { log } from "@/lib/log";
import type { Offer, Product } from "./schemas";

/**
 * What an order of this product would do to the customer's tenant. Decided from the cloud profiles and, before a new
 * tenant is announced, from running subscriptions. When Ion does not say, the answer is "unknown" and not an error:
 * the product can be looked at all the same. The cart decides again before it asks. Throws AppError NOT_FOUND for a
 * customer that Ion does not have. CONTRACT.md sections 2.2 and 8.15.
 */
export async function readTenant(
  actor: Actor,
  customerId: string,
  { providerId, vendor }: Pick<Product, "providerId" | "vendor">,
): Promise<NonNullable<Offer["tenant"]>> {
  try {
    const provider = { providerId, name: vendor };
    const profiles = await listCloudProfiles(customerId);
    const first = tenantState(profiles, provider);
    const decision =
      first.state === "new" && (await hasSubscriptionAt(actor, customerId, providerId))
        ? tenantState(profiles, provider, { hasSubscription: true })
        : first;
    const { state, domain, needsConfirmation } = decision;
    return { state, domain, needsConfirmation };
  } catch (error) {
    if (!isIonError(error)) throw error;
    log.warn({ err: error }, "tenant state could not be read");
    return { state: "unknown", domain: null, needsConfirmation: false };
  }
}

async function hasSubscriptionAt(
  actor: Actor,
  customerId: string,
  providerId: string | null,
): Promise<boolean> {
  if (providerId === null) return false;
  const { subscriptions } = await connectIon(actor.accountId);
  for await (const one of subscriptions.listAll({ filters: { customerId, providerId } })) {
    if (one.customerId === customerId) return true;
  }
  return false;
}
