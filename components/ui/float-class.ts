/** A small panel that floats over the page: menus, popovers, lists of choices. */
export const floatClass =
  "z-60 rounded bg-surface-float shadow-float animate-appear focus:outline-none max-h-(--radix-popper-available-height) overflow-y-auto";
