import "server-only";
import { cache } from "react";
import { requireActor, requirePermission } from "@/lib/auth/require-permission";
import type { ViewList } from "@/lib/db/schema/view-lists";
import type { View } from "./schemas";
import { LIST_PERMISSION, readViews } from "./view-access";

/** Once a request: the frame asks for all, the list in it for its own. */
const readAll = cache(readViews);

/** The views this person sees, of one list or of all: their own and the team's, pinned ones first. */
export async function listViews(list?: ViewList): Promise<View[]> {
  const actor = list === undefined ? await requireActor() : await requirePermission(LIST_PERMISSION[list]);
  const views = await readAll(actor);
  return list === undefined ? views : views.filter((view) => view.list === list);
}
