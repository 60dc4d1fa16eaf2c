import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { requirePermission } from "@/lib/auth/require-permission";

/**
 * Whether this person may see this customer at all, without asking Ion: a page can turn a stranger away before it
 * draws anything. Throws AppError NOT_FOUND.
 */
export async function requireCustomer(customerId: string): Promise<Actor> {
  return requirePermission("customers:read", customerId);
}
