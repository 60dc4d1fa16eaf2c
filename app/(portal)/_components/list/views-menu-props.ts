import type { View } from "@/lib/views/schemas";

/** What the menu of a list's saved views knows of the list. */
export type ViewsMenuProps = {
  list: View["list"];
  views: readonly View[];
  current: View | null;
  /** The list differs from the open view. */
  changed: boolean;
  mayShare: boolean;
  /** The list as it stands. */
  now: Pick<View, "search" | "columns">;
  onOpen: (viewId: string | null) => void;
};
