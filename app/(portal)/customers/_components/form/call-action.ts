import type { ActionResult } from "@/lib/action";

/**
 * Calls a server action and never throws: when the portal itself did not answer, the result says so. What became of
 * the command is then unknown; both writes of customers may safely be sent again.
 */
export async function callAction<T>(
  call: () => Promise<ActionResult<T>>,
  offlineText: string,
): Promise<ActionResult<T>> {
  try {
    return await call();
  } catch {
    return { ok: false, error: { code: "OFFLINE", message: offlineText, reference: "" } };
  }
}
