import "server-only";
import { AppError } from "@/lib/errors";
import { type Actor, seesCustomer } from "./actor";
import { currentActor } from "./current-actor";
import { type Permission, roleMay } from "./permissions";

/** True when the actor's role holds the permission. */
export function mayActor(actor: Actor, permission: Permission): boolean {
  return roleMay(actor.role, permission);
}

/** The signed-in person. Throws AppError SIGNED_OUT. */
export async function requireActor(): Promise<Actor> {
  const actor = await currentActor();
  if (!actor) throw new AppError("SIGNED_OUT");
  return actor;
}

/**
 * The first line of every use case: the signed-in person, who holds `permission` and may see `customerId`.
 *
 * Throws AppError SIGNED_OUT, FORBIDDEN (the role lacks the permission), or NOT_FOUND for a customer that is not
 * assigned to this person: whether it exists is none of their business.
 */
export async function requirePermission(permission: Permission, customerId?: string): Promise<Actor> {
  const actor = await requireActor();
  if (customerId !== undefined && !seesCustomer(actor, customerId)) throw new AppError("NOT_FOUND");
  if (!mayActor(actor, permission)) throw new AppError("FORBIDDEN");
  return actor;
}
