import "server-only";
import { z } from "zod";
import { openQueue, SYNC_QUEUE } from "@/lib/queue";
import { syncResourceSchema } from "./sync-schemas";

/** What a job of the sync queue says. */
export const syncJobSchema = z.object({
  accountId: z.uuid(),
  resource: syncResourceSchema,
  kind: z.enum(["full", "incremental"]),
  trigger: z.enum(["schedule", "person", "start"]),
  requestedBy: z.uuid().optional(),
});
export type SyncJob = z.infer<typeof syncJobSchema>;

/** A person's question goes before the schedule's. */
const PRIORITY = { person: 10, start: 5, schedule: 0 } as const;

/** Asks for a pass. One waits per account and resource: a second request adds nothing. Any replica that runs jobs takes it. */
export async function sendSync(job: SyncJob): Promise<void> {
  const queue = await openQueue();
  await queue.send(SYNC_QUEUE, job, {
    singletonKey: `${job.accountId}/${job.resource}`,
    priority: PRIORITY[job.trigger],
  });
}
