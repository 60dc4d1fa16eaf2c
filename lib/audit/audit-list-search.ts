import { isIonId } from "@/lib/ids-shape";
import { cleanText, DEFAULT_LIMIT, sensible, sensibleMoment } from "@/lib/lists/list-params";
import {
  listParam,
  type ParamsOf,
  readParams,
  type SearchParams,
  textParam,
  wholeParam,
  wordParam,
} from "@/lib/search-params";
import { AUDIT_ACTIONS, AUDIT_OUTCOMES } from "./audit-actions";
import { AUDIT_SORTS, type AuditListQuery, DEFAULT_AUDIT_SORT, NOBODY } from "./audit-list-query";

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** What the address of the audit log holds: `/admin/audit?outcome=refused&from=2026-03-01`; `entry` is open in the side panel. */
export const auditListParsers = {
  q: textParam.or(""),
  person: listParam(textParam).or([]),
  action: listParam(wordParam(AUDIT_ACTIONS)).or([]),
  outcome: listParam(wordParam(AUDIT_OUTCOMES)).or([]),
  customer: listParam(textParam).or([]),
  from: textParam,
  to: textParam,
  sort: wordParam(AUDIT_SORTS).or(DEFAULT_AUDIT_SORT),
  entry: wholeParam,
};
export type AuditListSearch = ParamsOf<typeof auditListParsers>;

export function loadAuditListSearch(source: SearchParams | URLSearchParams): AuditListSearch {
  return readParams(auditListParsers, source);
}

/** The question behind an address; values that make no sense are left out. */
export function toAuditListQuery(search: AuditListSearch): AuditListQuery {
  return {
    q: cleanText(search.q),
    person: sensible(search.person, (id) => id === NOBODY || UUID.test(id)),
    action: sensible(search.action),
    outcome: sensible(search.outcome),
    customer: sensible(search.customer, isIonId),
    from: sensibleMoment(search.from),
    to: sensibleMoment(search.to),
    limit: DEFAULT_LIMIT,
    sort: search.sort,
  };
}
