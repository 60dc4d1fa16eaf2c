import type { NavEntry } from "@/components/shell/nav-entries";

/** What the palette offers this person; the server decides, this only hides. */
export type PaletteAccess = {
  /** Keeps what one person opened apart from what another did in the same browser. */
  userId: string;
  nav: readonly NavEntry[];
  mayCreateCustomer: boolean;
};
