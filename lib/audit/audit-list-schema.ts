import { z } from "zod";
import { ionIdSchema } from "@/lib/ids";
import { commaList, listParams, momentParam, selection } from "@/lib/lists/list-params-schema";
import { AUDIT_ACTIONS, AUDIT_OUTCOMES } from "./audit-actions";
import { AUDIT_SORTS, DEFAULT_AUDIT_SORT, NOBODY } from "./audit-list-query";

/** What the audit log is asked for, read from an address. */
export const auditListQuerySchema = z.object({
  ...listParams,
  person: commaList(z.union([z.literal(NOBODY), z.uuid()])).optional(),
  action: commaList(z.enum(AUDIT_ACTIONS)).optional(),
  outcome: commaList(z.enum(AUDIT_OUTCOMES)).optional(),
  customer: commaList(ionIdSchema).optional(),
  /** When it was; a day counts whole, in UTC. */
  from: momentParam.optional().catch(undefined),
  to: momentParam.optional().catch(undefined),
  /** A selection: places in the chain. */
  ids: selection(z.string().regex(/^\d{1,15}$/)).optional(),
  sort: z.enum(AUDIT_SORTS).catch(DEFAULT_AUDIT_SORT).default(DEFAULT_AUDIT_SORT),
});
