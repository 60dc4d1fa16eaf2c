import { DEFAULT_LIMIT, type ListQuery, toListParams } from "@/lib/lists/list-params";
import type { AuditAction, AuditOutcome } from "./audit-actions";

/** The columns of the list, and of its file. */
export const AUDIT_COLUMNS = [
  "at",
  "who",
  "action",
  "resource",
  "customer",
  "outcome",
  "reference",
  "sequence",
  "hash",
  "details",
] as const;
export type AuditColumn = (typeof AUDIT_COLUMNS)[number];

/** By time only: it is a log. */
export const AUDIT_SORTS = ["at", "-at"] as const;
export type AuditSort = (typeof AUDIT_SORTS)[number];
export const DEFAULT_AUDIT_SORT: AuditSort = "-at";

/** In the place of a person's id: what nobody who was signed in has done. */
export const NOBODY = "nobody";

/** What the list is asked for. */
export type AuditListQuery = ListQuery<AuditSort> & {
  /** Ids of people, and `nobody`. */
  person?: string[] | undefined;
  action?: AuditAction[] | undefined;
  outcome?: AuditOutcome[] | undefined;
  customer?: string[] | undefined;
  /** When it was; a day counts whole, in UTC. */
  from?: string | undefined;
  to?: string | undefined;
};

/** The question as params of an address, with nothing in it that is as usual. */
export function toAuditListParams(query: AuditListQuery): Record<string, string> {
  return toListParams(query, { limit: DEFAULT_LIMIT, sort: DEFAULT_AUDIT_SORT });
}
