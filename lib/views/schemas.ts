import { VIEW_LISTS } from "@/lib/db/schema/view-lists";
import * as s from "@/lib/shape";

/** Views a person may have, of all lists together. */
export const MAX_VIEWS = 50;
export const MAX_VIEW_NAME = 60;

/** A saved view as the person who asks sees it. */
export const viewSchema = s.object({
  id: s.string(),
  list: s.oneOf(VIEW_LISTS),
  name: s.string(),
  /** The whole team sees it. */
  shared: s.boolean(),
  mine: s.boolean(),
  /** Whose it is; null for one's own. */
  by: s.string().nullable(),
  /** May be renamed, overwritten, pinned and deleted by this person. */
  mayChange: s.boolean(),
  /** In the navigation of everybody who sees it. */
  pinned: s.boolean(),
  position: s.int(),
  /** The list's search params, as in its address. */
  search: s.record(s.string()),
  /** Column ids in order, hidden ones left out; null is the list's own choice. */
  columns: s.array(s.string()).nullable(),
});
export type View = s.Infer<typeof viewSchema>;
