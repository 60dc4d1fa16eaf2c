import type { Database } from "./database";

/** `pagination.sortBy` names, lower case, and the columns they sort by. */
export const SORT_COLUMNS: Record<string, string> = {
  id: "id",
  subscriptionid: "vendor_id",
  customerid: "customer_id",
  subscriptionname: "name",
  customername: "customer_name",
  subscriptionstatus: "status",
  subscriptiontotallicenses: "licences",
  subscriptionstartdate: "started_at",
  subscriptionpurchaseddate: "started_at",
  subscriptionenddate: "ends_at",
  renewaldate: "renews_at",
  lastupdateddate: "updated_at",
};

/** `scan` marks a condition on a column that only the wide index holds. */
export type Condition = { sql: string; values: (string | number)[]; scan?: boolean };
export type SubscriptionPage = { orderBy: string; limit: number; offset: number };

/** The page's documents as JSON text, and how many subscriptions match in all. */
export function listSubscriptions(
  db: Database,
  conditions: Condition[],
  page: SubscriptionPage,
): { docs: string[]; total: number } {
  const all = join(conditions);
  const { sql, values } = page.orderBy.startsWith("shuffle") ? all : throughIndex(conditions);
  const ids = db.all<{ id: number }>(
    `SELECT id FROM subscriptions WHERE ${sql} ORDER BY ${page.orderBy} LIMIT ? OFFSET ?`,
    ...values,
    page.limit,
    page.offset,
  );
  const docs = ids.map(
    ({ id }) => db.get<{ doc: string }>("SELECT doc FROM subscriptions WHERE id = ?", id)?.doc ?? "{}",
  );
  return { docs, total: db.count("subscriptions", all.sql, all.values) };
}

function join(conditions: Condition[]): { sql: string; values: (string | number)[] } {
  return {
    sql: conditions.map((condition) => condition.sql).join(" AND "),
    values: conditions.flatMap((condition) => condition.values),
  };
}

/**
 * Finds the rows of scanning conditions in the wide index first: in the index that sorts, each candidate would cost a
 * look into its document's row.
 */
function throughIndex(conditions: Condition[]): { sql: string; values: (string | number)[] } {
  const scans = conditions.filter((condition) => condition.scan);
  if (scans.length === 0) return join(conditions);
  const account = conditions.filter((condition) => condition.sql === "account_id = ?");
  const inner = join([...account, ...scans]);
  const ids = { sql: `id IN (SELECT id FROM subscriptions WHERE ${inner.sql})`, values: inner.values };
  return join([...conditions.filter((condition) => !condition.scan), ids]);
}
