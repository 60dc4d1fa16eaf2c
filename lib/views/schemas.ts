import { z } from "zod";
import { VIEW_LISTS } from "@/lib/db/schema/view-lists";

export const MAX_VIEWS = 50;
export const MAX_VIEW_NAME = 60;

/** A saved view as the person who asks sees it. */
export const viewSchema = z.object({
  id: z.uuid(),
  list: z.enum(VIEW_LISTS),
  name: z.string(),
  /** The whole team sees it. */
  shared: z.boolean(),
  mine: z.boolean(),
  /** Whose it is; null for one's own. */
  by: z.string().nullable(),
  /** May be renamed, overwritten, pinned and deleted by this person. */
  mayChange: z.boolean(),
  /** In the navigation of everybody who sees it. */
  pinned: z.boolean(),
  position: z.number().int(),
  /** The list's search params, as in its address. */
  search: z.record(z.string(), z.string()),
  /** Column ids in order, hidden ones left out; null is the list's own choice. */
  columns: z.array(z.string()).nullable(),
});
export type View = z.infer<typeof viewSchema>;

/** In the order of the navigation: pinned ones by position, then the others by name. */
export const viewsSchema = z.object({ views: z.array(viewSchema) });

export const viewsQuerySchema = z.object({ list: z.enum(VIEW_LISTS).optional() });

const name = z.string().trim().min(1).max(MAX_VIEW_NAME);
const search = z.record(z.string().max(40), z.string().max(10_000));
const columns = z
  .array(z.string().regex(/^[\w-]{1,40}$/))
  .min(1)
  .max(40)
  .nullable();

export const saveViewInput = z.object({
  list: z.enum(VIEW_LISTS),
  name,
  shared: z.boolean().default(false),
  pinned: z.boolean().default(false),
  search,
  columns: columns.default(null),
});
export type SaveViewInput = z.infer<typeof saveViewInput>;

/** What is given changes, the rest stays. */
export const changeViewInput = z.object({
  viewId: z.uuid(),
  name: name.optional(),
  shared: z.boolean().optional(),
  search: search.optional(),
  columns: columns.optional(),
});
export type ChangeViewInput = z.infer<typeof changeViewInput>;

export const pinViewInput = z.object({ viewId: z.uuid(), pinned: z.boolean() });
export const viewIdInput = z.object({ viewId: z.uuid() });
