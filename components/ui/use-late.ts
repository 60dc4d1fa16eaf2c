"use client";

import { useEffect, useState } from "react";

/** True while `flag` is, from `afterMs` on: what is over before that is not worth a change on the screen. */
export function useLate(flag: boolean, afterMs: number): boolean {
  const [late, setLate] = useState(false);
  useEffect(() => {
    if (!flag) return setLate(false);
    const timer = setTimeout(() => setLate(true), afterMs);
    return () => clearTimeout(timer);
  }, [flag, afterMs]);
  return flag && late;
}
