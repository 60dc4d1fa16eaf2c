"use client";

import { useSearchParams } from "next/navigation";
import { useCallback, useEffect, useMemo, useState } from "react";
import {
  changeParams,
  type Param,
  type ParamChanges,
  type ParamSet,
  type ParamsOf,
  readParams,
} from "@/lib/search-params";

export type HistoryMode = { history?: "push" | "replace" };

/**
 * The page's state in its address, and the way to change it without asking the server. `set` must keep its identity. A change
 * is a step back in the browser's history with "push". It is the state at once: the router follows in its own time, and a
 * box that was ticked must not stand empty until then.
 */
export function useSearchState<Set extends ParamSet>(
  set: Set,
  { history: usual = "replace" }: HistoryMode = {},
): [state: ParamsOf<Set>, change: (changes: ParamChanges<Set>, mode?: HistoryMode) => void] {
  const search = useSearchParams().toString();
  const [ahead, setAhead] = useState<string | null>(null);
  const current = ahead ?? search;
  const state = useMemo(() => readParams(set, new URLSearchParams(current)), [set, current]);
  // The router has come to where the state is, or somebody else went elsewhere; else it still follows.
  useEffect(() => {
    const address = new URLSearchParams(window.location.search).toString();
    setAhead((now) => (now === search || now !== address ? null : now));
  }, [search]);
  useEffect(() => {
    const back = () => setAhead(null);
    window.addEventListener("popstate", back);
    return () => window.removeEventListener("popstate", back);
  }, []);
  const change = useCallback(
    (changes: ParamChanges<Set>, { history = usual }: HistoryMode = {}) => {
      // The address itself is newer than what was drawn last, when two changes come in a row.
      const { pathname, search: before, hash } = window.location;
      const after = changeParams(set, new URLSearchParams(before), changes).toString();
      if (after === new URLSearchParams(before).toString()) return;
      const address = `${pathname}${after && `?${after}`}${hash}`;
      setAhead(after);
      if (history === "push") window.history.pushState(null, "", address);
      else window.history.replaceState(null, "", address);
    },
    [set, usual],
  );
  return [state, change];
}

/** One value of it. */
export function useSearchValue<T, Read>(
  name: string,
  param: Param<T, Read>,
  mode: HistoryMode = {},
): [value: Read | T, change: (value: T | null) => void] {
  const set = useMemo(() => ({ [name]: param }), [name, param]);
  const [state, change] = useSearchState<Record<string, Param<T, Read>>>(set, mode);
  return [
    state[name] ?? param.missing,
    useCallback((value: T | null) => change({ [name]: value }), [change, name]),
  ];
}
