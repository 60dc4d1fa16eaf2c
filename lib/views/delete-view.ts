import "server-only";
import { eq } from "drizzle-orm";
import { audited } from "@/lib/audit/audited";
import { requireActor } from "@/lib/auth/require-permission";
import { getDb } from "@/lib/db/client";
import { savedViews } from "@/lib/db/schema/saved-views";
import { nameTaken } from "./name-taken";
import { requireRoom } from "./save-view";
import type { View } from "./schemas";
import { requireOwnView } from "./view-access";

/** Deletes a view; `restoreView` takes that back for a day. Throws AppError NOT_FOUND, FORBIDDEN. */
export async function deleteView(viewId: string): Promise<void> {
  const actor = await requireActor();
  const view = await requireOwnView(actor, viewId);
  const entry = { action: "views:delete", resource: `views/${viewId}`, details: { list: view.list } };
  await audited(actor, entry, async () => {
    const db = await getDb();
    await db.update(savedViews).set({ deletedAt: new Date() }).where(eq(savedViews.id, viewId));
  });
}

/**
 * Brings back a view that was deleted, as it was and whose it was. Throws AppError NOT_FOUND after a day, FORBIDDEN,
 * INVALID_INPUT (field `name`: given to another view meanwhile), VIEW_LIMIT.
 */
export async function restoreView(viewId: string): Promise<View> {
  const actor = await requireActor();
  const view = await requireOwnView(actor, viewId, { deleted: true });
  const entry = { action: "views:restore", resource: `views/${viewId}`, details: { list: view.list } };
  return audited(actor, entry, async () => {
    const db = await getDb();
    await db
      .transaction(async (tx) => {
        if (view.mine) await requireRoom(tx, actor);
        await tx.update(savedViews).set({ deletedAt: null }).where(eq(savedViews.id, viewId));
      })
      .catch(nameTaken);
    return requireOwnView(actor, viewId);
  });
}
