"use client";

import type { ReactNode } from "react";
import { textParam } from "@/lib/search-params";
import { useSearchState } from "@/lib/use-search-state";
import type { View } from "@/lib/views/schemas";

import { ViewsMenu } from "./views-menu";

type Columns = { columns: readonly string[] | null; columnsChanged: boolean };
/** Of a list whose columns nobody chooses. */
const OWN_COLUMNS: Columns = { columns: null, columnsChanged: false };

/** What somebody's saved views of a list need to know of them. */
export type ListViews = { views: readonly View[]; mayShare: boolean };

const openView = { view: textParam };

function sameSearch(one: Record<string, string>, other: Record<string, string>): boolean {
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...names].every((name) => (one[name] ?? "") === (other[name] ?? ""));
}

/** The saved view that is open, by the address, and the menu of all of them for the head of the list. */
export function useListViews(
  list: View["list"],
  { views, mayShare }: ListViews,
  params: Record<string, string>,
) {
  const [opened, setOpened] = useSearchState(openView, { history: "replace" });
  const current = views.find(({ id }) => id === opened.view) ?? null;
  return {
    current,
    menu: (layout: Columns = OWN_COLUMNS): ReactNode => (
      <ViewsMenu
        list={list}
        views={views}
        current={current}
        changed={current !== null && (layout.columnsChanged || !sameSearch(current.search, params))}
        mayShare={mayShare}
        now={{ search: params, columns: layout.columns ? [...layout.columns] : null }}
        onOpen={(view) => setOpened({ view })}
      />
    ),
  };
}
