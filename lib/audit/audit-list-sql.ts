import { type SQL, sql } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import { auditLog } from "@/lib/db/schema/audit";
import { all, any, holds, isOneOf, notAfter, notBefore } from "@/lib/lists/conditions";
import type { SortColumn } from "@/lib/lists/keyset";
import { type AuditListQuery, NOBODY } from "./audit-list-query";

/** The account's entries that match. */
export function matchingEntries(accountId: string, query: AuditListQuery): SQL {
  const words = query.q?.toLowerCase().split(/\s+/) ?? [];
  return all(
    sql`${auditLog.accountId} = ${accountId}`,
    query.person && byPeople(query.person),
    query.action && isAnyOf(auditLog.action, query.action),
    query.outcome && isAnyOf(auditLog.outcome, query.outcome),
    query.customer && isAnyOf(auditLog.customerId, query.customer),
    query.from ? notBefore(auditLog.at, query.from) : undefined,
    query.to ? notAfter(auditLog.at, query.to) : undefined,
    query.ids && isOneOf(sql`${auditLog.sequence}::text`, query.ids),
    ...words.map(hasWord),
  );
}

/** What ids begin after, where the search looks. */
const BEFORE_IDS = ["/", " ", "-", ":", '"'];

/** Three letters are looked for anywhere; fewer only where an id begins, since no index finds them elsewhere. */
function hasWord(word: string): SQL {
  return word.length >= 3
    ? holds(auditLog.search, word)
    : any(BEFORE_IDS.map((sign) => holds(auditLog.search, sign + word)));
}

/** True when `matchingEntries` leaves entries of the account out. */
export function isNarrowed({ limit, cursor, sort, ...filters }: AuditListQuery): boolean {
  return Object.values(filters).some((each) => each !== undefined);
}

/** With one value it is an equality, after which the index goes on in the order of time. */
function isAnyOf(column: AnyPgColumn, values: readonly string[], type = "text"): SQL {
  const [only, ...more] = values;
  return only !== undefined && more.length === 0
    ? sql`${column} = ${only}::${sql.raw(type)}`
    : sql`${column} = any(${sql.param([...values])}::${sql.raw(`${type}[]`)})`;
}

function byPeople(people: readonly string[]): SQL {
  const ids = people.filter((id) => id !== NOBODY);
  return any([
    ...(ids.length > 0 ? [isAnyOf(auditLog.userId, ids, "uuid")] : []),
    ...(ids.length < people.length ? [sql`${auditLog.userId} is null`] : []),
  ]);
}

/** The order of the list: by time, and within a moment as they were chained. */
export function auditOrder({ sort }: Pick<AuditListQuery, "sort">): SortColumn[] {
  const desc = sort === "-at";
  return [
    { by: sql`${auditLog.at}`, desc, cast: "timestamptz" },
    { by: sql`${auditLog.sequence}`, desc, cast: "integer" },
  ];
}
