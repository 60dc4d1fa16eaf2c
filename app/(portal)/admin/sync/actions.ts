"use server";

import { type ActionResult, runAction } from "@/lib/action";
import { decideSyncRun } from "@/lib/mirror/decide-sync-run";
import { decideSyncRunInput } from "@/lib/mirror/sync-schemas";

/** Applies or discards a pass that waits for a person. */
export async function decideSyncRunAction(raw: unknown): Promise<ActionResult<null>> {
  return runAction(decideSyncRunInput, raw, async (input) => {
    await decideSyncRun(input);
    return null;
  });
}
