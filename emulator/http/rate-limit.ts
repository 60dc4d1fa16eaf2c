import type { Emulator } from "../emulator";
import { errorForStatus } from "../errors";

/** Counts calls per caller in one-second windows of real time. */
export function createRateLimit(emulator: Emulator): (caller: string) => void {
  const windows = new Map<string, { second: number; calls: number }>();
  return (caller) => {
    const limit = emulator.settings.rateLimit;
    if (limit <= 0) return;
    const second = Math.floor(Date.now() / 1000);
    const window = windows.get(caller);
    if (!window || window.second !== second) {
      windows.set(caller, { second, calls: 1 });
      return;
    }
    window.calls += 1;
    if (window.calls > limit) throw errorForStatus(429, undefined, retryAfter(emulator));
  };
}

/** Ion documents no `Retry-After`; the variants send one in either form that HTTP allows. */
function retryAfter(emulator: Emulator): Record<string, string> {
  if (emulator.variants.is("retry-after", "seconds")) return { "retry-after": "1" };
  if (emulator.variants.is("retry-after", "date"))
    return { "retry-after": new Date(Date.now() + 1000).toUTCString() };
  return {};
}
