import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { audited } from "@/lib/audit/audited";
import { requireActor, requirePermission } from "@/lib/auth/require-permission";
import { getDb } from "@/lib/db/client";
import { savedViews } from "@/lib/db/schema/saved-views";
import { toViewSearch } from "./list-search";
import { nameTaken } from "./name-taken";
import type { View } from "./schemas";
import { requireOwnView } from "./view-access";
import { toViewColumns } from "./view-columns";
import type { ChangeViewInput } from "./view-inputs";

/**
 * Renames a view, shares it or takes that back, or overwrites what it shows; what is not given stays. Throws AppError
 * NOT_FOUND, FORBIDDEN (the team's views are changed by owners and admins), INVALID_INPUT (field `name`: taken).
 */
export async function changeView({ viewId, ...given }: ChangeViewInput): Promise<View> {
  const actor = await requireActor();
  const view = await requireOwnView(actor, viewId);
  if (given.shared && !view.shared) await requirePermission("views:share");
  const entry = {
    action: "views:change",
    resource: `views/${viewId}`,
    details: { list: view.list, changed: Object.keys(given) },
  };
  return audited(actor, entry, async () => {
    const db = await getDb();
    await db
      .update(savedViews)
      .set({
        ...(given.name === undefined ? {} : { name: given.name }),
        ...(given.shared === undefined ? {} : { shared: given.shared }),
        ...(given.search === undefined ? {} : { search: toViewSearch(view.list, given.search) }),
        ...(given.columns === undefined ? {} : { columns: toViewColumns(view.list, given.columns) }),
        updatedAt: new Date(),
      })
      .where(and(eq(savedViews.id, viewId), isNull(savedViews.deletedAt)))
      .catch(nameTaken);
    // Somebody else's view that is no longer shared is gone from this person's sight.
    const stays = view.mine || given.shared !== false;
    return stays ? requireOwnView(actor, viewId) : { ...view, name: given.name ?? view.name, shared: false };
  });
}
