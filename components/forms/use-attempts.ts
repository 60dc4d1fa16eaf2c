"use client";

import { useEffect, useRef, useState } from "react";

/**
 * Counts refused attempts to send a form, for an error summary that takes the focus at each. `refusal` is the server's
 * answer, a new object each time: it counts only while the form waits for one, since a refusal that arrives while
 * somebody types must not take the cursor away.
 */
export function useAttempts(refusal: object | undefined) {
  const [attempt, setAttempt] = useState(0);
  const isWaiting = useRef(false);
  useEffect(() => {
    if (refusal === undefined || !isWaiting.current) return;
    isWaiting.current = false;
    setAttempt((before) => before + 1);
  }, [refusal]);
  return {
    attempt,
    /** The answers were sent. */
    awaitAnswer: () => {
      isWaiting.current = true;
    },
    /** Somebody goes on typing. */
    stopWaiting: () => {
      isWaiting.current = false;
    },
    /** The form itself refused to send. */
    countAttempt: () => setAttempt((before) => before + 1),
  };
}
