import "server-only";
import { and, count, eq, isNull, lt, sql } from "drizzle-orm";
import { audited } from "@/lib/audit/audited";
import type { Actor } from "@/lib/auth/actor";
import { requirePermission } from "@/lib/auth/require-permission";
import { type Db, getDb } from "@/lib/db/client";
import { savedViews } from "@/lib/db/schema/saved-views";
import { users } from "@/lib/db/schema/users";
import { AppError } from "@/lib/errors";
import { toViewSearch } from "./list-search";
import { nameTaken } from "./name-taken";
import { MAX_VIEWS, type View } from "./schemas";
import { LIST_PERMISSION, requireOwnView } from "./view-access";
import { toViewColumns } from "./view-columns";
import type { SaveViewInput } from "./view-inputs";

/**
 * Keeps a list as it is now under a name, for oneself or for the team. Throws AppError FORBIDDEN (sharing is for owners
 * and admins), INVALID_INPUT (field `name`: taken), VIEW_LIMIT.
 */
export async function saveView(input: SaveViewInput): Promise<View> {
  const { list, name, shared, pinned } = input;
  const actor = await requirePermission(LIST_PERMISSION[list]);
  if (shared) await requirePermission("views:share");
  const entry = { action: "views:save", resource: "views", details: { list, shared, pinned } };
  return audited(actor, entry, async () => {
    const db = await getDb();
    const id = await db
      .transaction(async (tx) => {
        await requireRoom(tx, actor);
        const [row] = await tx
          .insert(savedViews)
          .values({
            accountId: actor.accountId,
            userId: actor.userId,
            list,
            name,
            shared,
            pinned,
            position: pinned ? nextPosition(actor) : 0,
            search: toViewSearch(list, input.search),
            columns: toViewColumns(list, input.columns),
          })
          .returning({ id: savedViews.id });
        return row?.id ?? "";
      })
      .catch(nameTaken);
    entry.resource = `views/${id}`;
    return requireOwnView(actor, id);
  });
}

/** Throws AppError VIEW_LIMIT. Locks the person, so that two tabs do not both take the last place. */
export async function requireRoom(tx: Db, actor: Actor): Promise<void> {
  await tx.select({ id: users.id }).from(users).where(eq(users.id, actor.userId)).for("update");
  // What was deleted can be taken back for a day.
  await tx
    .delete(savedViews)
    .where(
      and(eq(savedViews.accountId, actor.accountId), lt(savedViews.deletedAt, sql`now() - interval '1 day'`)),
    );
  const [row] = await tx
    .select({ views: count() })
    .from(savedViews)
    .where(and(eq(savedViews.userId, actor.userId), isNull(savedViews.deletedAt)));
  if ((row?.views ?? 0) >= MAX_VIEWS) throw new AppError("VIEW_LIMIT", { params: { maximum: MAX_VIEWS } });
}

/** The place after all pinned views of the account. */
export function nextPosition({ accountId }: Pick<Actor, "accountId">) {
  return sql<number>`(select coalesce(max(position), 0) + 1 from saved_views where account_id = ${accountId} and pinned)`;
}
