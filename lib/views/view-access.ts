import "server-only";
import { and, eq, isNotNull, isNull, or, type Placeholder, type SQL, sql } from "drizzle-orm";
import type { Actor } from "@/lib/auth/actor";
import type { Permission } from "@/lib/auth/permissions";
import { mayActor } from "@/lib/auth/require-permission";
import { type Db, getDb } from "@/lib/db/client";
import { preparedQuery } from "@/lib/db/prepared";
import { savedViews } from "@/lib/db/schema/saved-views";
import { users } from "@/lib/db/schema/users";
import type { ViewList } from "@/lib/db/schema/view-lists";
import { AppError } from "@/lib/errors";
import { askInFrame } from "@/lib/kept-answers";
import type { View } from "./schemas";

/** Who may see a list may have views of it. */
export const LIST_PERMISSION: Record<ViewList, Permission> = {
  catalog: "catalog:read",
  customers: "customers:read",
  orders: "orders:read",
  subscriptions: "subscriptions:read",
};

type Row = { view: typeof savedViews.$inferSelect; by: string };

type Given = string | Placeholder;
type Reader = { accountId: Given; userId: Given };

/** A person's own views and those of the team, as far as `which` says. */
const selectViews = (db: Db, { accountId, userId }: Reader, ...which: SQL[]) =>
  db
    .select({ view: savedViews, by: users.name })
    .from(savedViews)
    .innerJoin(users, eq(users.id, savedViews.userId))
    .where(
      and(
        eq(savedViews.accountId, accountId),
        or(eq(savedViews.userId, userId), savedViews.shared),
        ...which,
      ),
    );

const askForViews = preparedQuery((db) =>
  selectViews(
    db,
    { accountId: sql.placeholder("accountId"), userId: sql.placeholder("userId") },
    isNull(savedViews.deletedAt),
  )
    .orderBy(
      sql`${savedViews.pinned} desc`,
      savedViews.position,
      sql`sort_text(${savedViews.name})`,
      savedViews.id,
    )
    .prepare("views_of_user"),
);

/** The views this person sees, their own and the team's, in the order of the navigation. */
export async function readViews(actor: Actor): Promise<View[]> {
  const { accountId, userId, role } = actor;
  return askInFrame(actor, { of: "views", question: { userId, role } }, async () =>
    (await askForViews({ accountId, userId })).map((row) => toView(actor, row)),
  );
}

/** A view this person may change. Throws AppError NOT_FOUND for one they don't see, FORBIDDEN for the team's. */
export async function requireOwnView(
  actor: Actor,
  viewId: string,
  { deleted = false }: { deleted?: boolean } = {},
): Promise<View> {
  const db = await getDb();
  const [row] = await selectViews(
    db,
    actor,
    deleted ? isNotNull(savedViews.deletedAt) : isNull(savedViews.deletedAt),
    eq(savedViews.id, viewId),
  );
  if (!row) throw new AppError("NOT_FOUND");
  const view = toView(actor, row);
  if (!view.mayChange) throw new AppError("FORBIDDEN");
  return view;
}

function toView(actor: Actor, { view, by }: Row): View {
  const { id, list, name, shared, pinned, position, search, columns } = view;
  const mine = view.userId === actor.userId;
  const mayChange = mine || mayActor(actor, "views:share");
  return {
    id,
    list,
    name,
    shared,
    mine,
    by: mine ? null : by,
    mayChange,
    // A personal view is in its owner's navigation, the team's in everybody's.
    pinned,
    position,
    search,
    columns,
  };
}
