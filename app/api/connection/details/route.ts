import { getConnectionDetails } from "@/lib/connection/get-connection-details";
import { runRoute } from "@/lib/route-handler";

/** How the account's connection to Ion stands, for its page. */
export function GET() {
  return runRoute(getConnectionDetails);
}
