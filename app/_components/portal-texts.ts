import type { TextsOf } from "./texts";

/** The texts of the frame around every page of the portal. */
export const FRAME_TEXTS: readonly TextsOf[] = ["shell", "ion", "palette", "customers.switcher"];

const ANY_LIST: readonly TextsOf[] = ["list", "sync", "views"];
/** What the pages that are opened most need besides, by the folder of their layout below `app/(portal)`. Other pages get all. */
export const LIST_TEXTS = {
  "customers/(list)": [...ANY_LIST, "customers"],
  "catalog/(list)": [...ANY_LIST, "catalog"],
  orders: [...ANY_LIST, "orders"],
  subscriptions: [...ANY_LIST, "subscriptions"],
} satisfies Record<string, readonly TextsOf[]>;
