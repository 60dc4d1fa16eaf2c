import { routes } from "@/lib/routes";
import type { View } from "./schemas";

/** The list with a saved view open: its search params, and its id so that the page knows it. */
export function viewHref({ list, id, search }: Pick<View, "list" | "id" | "search">): string {
  return routes[list]({ ...search, view: id });
}
