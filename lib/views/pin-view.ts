import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { audited } from "@/lib/audit/audited";
import { requireActor } from "@/lib/auth/require-permission";
import { getDb } from "@/lib/db/client";
import { savedViews } from "@/lib/db/schema/saved-views";
import { nextPosition } from "./save-view";
import type { View } from "./schemas";
import { requireOwnView } from "./view-access";

/**
 * Puts a view into the navigation of whoever sees it, after those that are there, or takes it out. The pin is the view's:
 * who wants a team's view in their own navigation only saves a copy for themselves. Throws AppError NOT_FOUND, FORBIDDEN.
 */
export async function pinView({ viewId, pinned }: { viewId: string; pinned: boolean }): Promise<View> {
  const actor = await requireActor();
  const view = await requireOwnView(actor, viewId);
  if (view.pinned === pinned) return view;
  const entry = { action: "views:pin", resource: `views/${viewId}`, details: { pinned } };
  return audited(actor, entry, async () => {
    const db = await getDb();
    await db
      .update(savedViews)
      .set({ pinned, position: pinned ? nextPosition(actor) : 0, updatedAt: new Date() })
      .where(and(eq(savedViews.id, viewId), isNull(savedViews.deletedAt)));
    return requireOwnView(actor, viewId);
  });
}
