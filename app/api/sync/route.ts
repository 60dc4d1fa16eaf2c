import { getSyncOverview } from "@/lib/mirror/get-sync-overview";
import { runRoute } from "@/lib/route-handler";

/** Where the four mirrors stand, and what is under way. */
export function GET() {
  return runRoute(getSyncOverview);
}
