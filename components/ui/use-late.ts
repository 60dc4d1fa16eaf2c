"use client";

import { useEffect, useState } from "react";

const LATE_MS = 150;

/** True while `flag` is, from a moment on: what is over before that is not worth a change on the screen. */
export function useLate(flag: boolean): boolean {
  const [late, setLate] = useState(false);
  useEffect(() => {
    if (!flag) return setLate(false);
    const timer = setTimeout(() => setLate(true), LATE_MS);
    return () => clearTimeout(timer);
  }, [flag]);
  return flag && late;
}
