"use client";

import { useEffect, useState } from "react";

const TICK_MS = 250;

/**
 * Minutes and seconds that are left ("0:18"), counted down by itself from `seconds`; a new value starts anew. Not read
 * out while it runs: say in words beside it what happens at the end.
 */
export function Countdown({ seconds, className }: { seconds: number; className?: string }) {
  const [left, setLeft] = useState(seconds);
  useEffect(() => {
    // This device's clock may be wrong; its sense of how long something takes is not.
    const endsAt = performance.now() + seconds * 1000;
    const tick = () => setLeft(Math.max(0, (endsAt - performance.now()) / 1000));
    tick();
    const timer = setInterval(tick, TICK_MS);
    return () => clearInterval(timer);
  }, [seconds]);
  const whole = Math.ceil(left);
  return (
    <span role="timer" aria-live="off" className={className}>
      {Math.floor(whole / 60)}:{String(whole % 60).padStart(2, "0")}
    </span>
  );
}
