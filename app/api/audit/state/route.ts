import { getAuditState } from "@/lib/audit/get-audit-state";
import { runRoute } from "@/lib/route-handler";

/** How the account's chain of entries stands, and its checks. */
export async function GET() {
  return runRoute(getAuditState);
}
