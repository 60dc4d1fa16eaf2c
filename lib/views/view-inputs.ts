import { z } from "zod";
import { VIEW_LISTS } from "@/lib/db/schema/view-lists";
import { MAX_VIEW_NAME } from "./schemas";

const name = z.string().trim().min(1, "required").max(MAX_VIEW_NAME);
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
