import "server-only";
import { requirePermission } from "@/lib/auth/require-permission";
import { connectIon } from "@/lib/ion/connect";
import { notFoundHere } from "./not-found-here";
import type { CloudProfile } from "./schemas";
import { toCloudProfile } from "./to-customer";

/**
 * What each cloud provider knows about a customer, fresh from Ion. Complete only where the provider is switched on in
 * the customer portal, so a missing profile proves nothing. Source: CONTRACT.md section 2.2.
 */
export async function listCloudProfiles(customerId: string): Promise<CloudProfile[]> {
  const actor = await requirePermission("customers:read", customerId);
  const ion = await connectIon(actor.accountId);
  const profiles = await ion.cloudProfiles.list(customerId).catch(notFoundHere);
  return profiles.map(toCloudProfile);
}
