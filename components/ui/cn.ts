import { type ClassValue, clsx } from "clsx";
import { extendTailwindMerge } from "tailwind-merge";

// The type scale has names of its own (tailwind.config.ts); without them a size would be taken for a colour.
const merge = extendTailwindMerge({
  extend: { theme: { text: ["caption", "table", "body", "touch", "heading", "title"], shadow: ["float"] } },
});

/** Joins class names; of two that set the same property the later one wins. */
export function cn(...classes: ClassValue[]): string {
  return merge(clsx(classes));
}
