import type { ICON_NAMES } from "./icon-names";

/** A picture by its utility, "icon-truck"; see tailwind.config.ts. */
export type IconName = `icon-${(typeof ICON_NAMES)[number]}`;

/**
 * A small picture in the colour of its text, 16 px unless `className` says otherwise. It says nothing by itself: words
 * stand beside it, or the control around it has a name.
 */
export function Icon({ name, className }: { name: IconName; className?: string | undefined }) {
  return <span aria-hidden="true" className={className ? `icon ${name} ${className}` : `icon ${name}`} />;
}
