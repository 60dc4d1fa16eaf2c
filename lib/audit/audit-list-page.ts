import * as s from "@/lib/shape";
import { AUDIT_OUTCOMES } from "./audit-actions";

/** One entry of the log. */
export const auditRowSchema = s.object({
  /** Place in the account's chain; also its id in the list. */
  sequence: s.int(),
  at: s.string(),
  /** Null for what nobody who was signed in has done. */
  who: s.object({ id: s.string(), name: s.string().nullable() }).nullable(),
  action: s.string(),
  resource: s.string(),
  customer: s.object({ id: s.string(), name: s.string().nullable() }).nullable(),
  outcome: s.oneOf(AUDIT_OUTCOMES),
  /** Ion's request id. */
  reference: s.string().nullable(),
  details: s.custom<Record<string, unknown>>((value) => typeof value === "object" && value !== null),
  hash: s.string(),
});
export type AuditRow = s.Infer<typeof auditRowSchema>;

/** A page of the log. What counts come with the first page only. */
export const auditListPageSchema = s.object({
  rows: s.array(auditRowSchema),
  /** Entries that match; null on the pages after the first. */
  total: s.int().nullable(),
  /** There are more than `total`: nobody waits for a million to be counted. */
  isMore: s.boolean(),
  nextCursor: s.string().nullable(),
});
export type AuditListPage = s.Infer<typeof auditListPageSchema>;
