import { getConnectionState } from "@/lib/connection/get-connection-state";
import { runRoute } from "@/lib/route-handler";

/** Ion's state for the dot in the top bar. */
export function GET() {
  return runRoute(getConnectionState);
}
