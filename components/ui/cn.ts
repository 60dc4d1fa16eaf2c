import { type ClassValue, clsx } from "clsx";
import { mergeClasses } from "@/components/ui/merge-classes";

/** Long lists ask for the same few joins again and again; classes are written in the code, so there are not many. */
const merged = new Map<string, string>();
const MOST = 5_000;

/** Joins class names; of two that set the same property the later one wins. */
export function cn(...classes: ClassValue[]): string {
  const joined = clsx(classes);
  const known = merged.get(joined);
  if (known !== undefined) return known;
  const result = mergeClasses(joined);
  if (merged.size < MOST) merged.set(joined, result);
  return result;
}
