import "server-only";
import { cookies } from "next/headers";
import { recordAudit } from "@/lib/audit/record";
import { currentActor } from "./current-actor";

/** Removes the session cookie (also in the pieces that long cookies are cut into) and notes it in the audit log. */
export async function signOut(): Promise<void> {
  const actor = await currentActor();
  const store = await cookies();
  for (const { name } of store.getAll()) if (/next-auth\.session-token/.test(name)) store.delete(name);
  if (actor)
    await recordAudit(actor, {
      action: "session:sign-out",
      resource: `users/${actor.userId}`,
      outcome: "done",
    });
}
