import { z } from "zod";
import { AUDIT_COLUMNS } from "@/lib/audit/audit-list-query";
import { auditListQuerySchema } from "@/lib/audit/audit-list-schema";
import { exportAudit } from "@/lib/audit/export-audit";
import { commaList } from "@/lib/lists/list-params-schema";
import { parseSearch, runResponse } from "@/lib/route-handler";

const searchSchema = auditListQuerySchema.extend({ columns: commaList(z.enum(AUDIT_COLUMNS)).optional() });

/** The audit log as a file. */
export async function GET(request: Request) {
  return runResponse(async () => {
    const { columns, ...query } = parseSearch(searchSchema, request);
    return exportAudit(query, columns);
  });
}
