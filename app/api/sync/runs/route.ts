import { listSyncRuns } from "@/lib/mirror/list-sync-runs";
import { syncRunQuerySchema } from "@/lib/mirror/sync-schemas";
import { parseSearch, runRoute } from "@/lib/route-handler";

/** The history of passes, newest first. */
export function GET(request: Request) {
  return runRoute(() => listSyncRuns(parseSearch(syncRunQuerySchema, request)));
}
