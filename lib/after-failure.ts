import { RequestError } from "@/lib/get-json";

const AGAIN_AFTER_MS = 15_000;

/** True for a refusal that asking again won't change: signed out, no longer allowed, gone. An outage or a limit passes. */
export function isLasting(error: Error | null): boolean {
  return error instanceof RequestError && error.status >= 400 && error.status < 500 && error.status !== 429;
}

/** When to ask again after a failed look, in milliseconds; false for never. */
export function againAfterMs(error: Error | null): number | false {
  return isLasting(error) ? false : AGAIN_AFTER_MS;
}
