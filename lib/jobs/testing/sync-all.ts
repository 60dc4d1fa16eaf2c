import type { MirrorResource } from "@/lib/db/schema/mirror";
import { syncResource } from "@/lib/mirror/sync";
import { MIRROR_SOURCES } from "../mirror-sources";

/** A full pass over the given resources (all, by default), at once: what a portal's jobs do before a test's first look. */
export async function syncAll(accountId: string, resources?: readonly MirrorResource[]): Promise<void> {
  for (const source of Object.values(MIRROR_SOURCES)) {
    if (resources && !resources.includes(source.resource)) continue;
    const { state } = await syncResource(source, accountId, { kind: "full", trigger: "start" });
    if (state !== "done") throw new Error(`The pass over ${source.resource} is ${state}.`);
  }
}
