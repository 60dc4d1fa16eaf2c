import type { ReactNode } from "react";

/** One of the things a Combobox offers. */
export type ComboboxOption = {
  value: string;
  label: string;
  /** A second line that tells like options apart. */
  detail?: ReactNode;
  disabled?: boolean;
};
