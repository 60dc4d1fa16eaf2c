"use server";

import { z } from "zod";
import { type ActionResult, runAction } from "@/lib/action";
import { requestAuditCheck } from "@/lib/audit/request-check";

/** Asks for a check of the audit log. */
export async function requestAuditCheckAction(): Promise<ActionResult<null>> {
  return runAction(z.null(), null, async () => {
    await requestAuditCheck();
    return null;
  });
}
