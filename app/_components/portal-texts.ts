import type { Texts } from "@/lib/i18n/messages";

/** A namespace of texts, one part of it, or all but some of its parts. */
export type TextsOf =
  | keyof Texts
  | "customers.switcher"
  | "sync.line"
  | "sync.fill"
  | { of: keyof Texts; without: readonly string[] };

/** Texts that every page needs: it can fail, and it has buttons. Forms have texts of their own. */
export const EVERYWHERE: readonly TextsOf[] = ["common", { of: "errors", without: ["fields"] }];
/** The texts of the frame around every page of the portal. */
export const FRAME_TEXTS: readonly TextsOf[] = ["shell", "ion", "palette", "customers.switcher"];

const ANY_LIST: readonly TextsOf[] = ["list", "sync.line", "sync.fill", "views"];
/** What the pages that are opened most need besides, by the folder of their layout below `app/(portal)`. Other pages get all. */
export const LIST_TEXTS = {
  "customers/(list)": [
    ...ANY_LIST,
    { of: "customers", without: ["form", "profiles", "tenant", "overview", "created", "conflict"] },
  ],
  "catalog/(list)": [...ANY_LIST, { of: "catalog", without: ["compare", "product", "manage", "csv"] }],
  orders: [
    ...ANY_LIST,
    {
      of: "orders",
      without: ["timeline", "items", "billing", "subscriptions", "cancel", "credentials", "problemActions"],
    },
  ],
  subscriptions: [...ANY_LIST, "subscriptions"],
} satisfies Record<string, readonly TextsOf[]>;
