import { auditListQuerySchema } from "@/lib/audit/audit-list-schema";
import { listAudit } from "@/lib/audit/list-audit";
import { parseSearch, runRoute } from "@/lib/route-handler";

/** A page of the account's audit log, for its owner. */
export async function GET(request: Request) {
  return runRoute(async () => listAudit(parseSearch(auditListQuerySchema, request)));
}
