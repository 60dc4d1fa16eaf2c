import "server-only";
import { log } from "@/lib/log";
import { syncJobSchema } from "@/lib/mirror/send-sync";
import { syncResource } from "@/lib/mirror/sync";
import { MIRROR_SOURCES } from "./mirror-sources";

/** Runs one pass as a job and says how it ended. What goes wrong is in the run's row; the schedule asks again. */
export async function runSyncJob(data: unknown, signal: AbortSignal): Promise<string> {
  const { accountId, resource, kind, trigger, requestedBy } = syncJobSchema.parse(data);
  const source = MIRROR_SOURCES[resource];
  const { state, ...counts } = await syncResource(source, accountId, { kind, trigger, requestedBy, signal });
  const line = { event: "sync", accountId, resource, state, ...counts };
  if (counts.kind === "full" || counts.inserted + counts.updated > 0)
    log.info(line, "a pass over one of Ion's lists");
  else log.debug(line, "a pass over one of Ion's lists");
  return state;
}
