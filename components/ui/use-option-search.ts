"use client";

import { useEffect, useRef, useState } from "react";

type Search<O> = { query: string; options: readonly O[]; state: "idle" | "searching" | "failed" };

/**
 * Asks `load` for options while somebody types: `delayMs` after the last letter, dropping answers to earlier questions.
 * Options of the last answer stay until the next one comes.
 */
export function useOptionSearch<O>(
  active: boolean,
  query: string,
  load: (query: string, signal: AbortSignal) => Promise<readonly O[]>,
  delayMs = 150,
): Search<O> & { retry: () => void } {
  const [search, setSearch] = useState<Search<O>>({ query: "", options: [], state: "idle" });
  const [attempt, setAttempt] = useState(0);
  const latest = useRef(load);
  latest.current = load;

  // biome-ignore lint/correctness/useExhaustiveDependencies: attempt asks again for the same words
  useEffect(() => {
    if (!active) return;
    const controller = new AbortController();
    setSearch((before) => ({ ...before, state: "searching" }));
    const timer = setTimeout(
      async () => {
        try {
          const options = await latest.current(query, controller.signal);
          if (!controller.signal.aborted) setSearch({ query, options, state: "idle" });
        } catch {
          if (!controller.signal.aborted) setSearch({ query, options: [], state: "failed" });
        }
      },
      query === "" ? 0 : delayMs,
    );
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [active, query, delayMs, attempt]);

  return { ...search, retry: () => setAttempt((count) => count + 1) };
}
