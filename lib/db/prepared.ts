import "server-only";
import { type Db, getDb } from "./client";

type Query<Row> = { execute: (values?: Record<string, unknown>) => Promise<Row[]> };

/**
 * A question that comes with almost every page: put into SQL once for each database instead of each time, which is most of
 * what a small question costs. `build` ends with Drizzle's `prepare` under a name of its own; what differs each time is a
 * `sql.placeholder`, whose value `ask` is given by its name.
 */
export function preparedQuery<Row>(build: (db: Db) => Query<Row>) {
  const built = new WeakMap<Db, Query<Row>>();
  return async function ask(values: Record<string, string>): Promise<Row[]> {
    const db = await getDb();
    const query = built.get(db) ?? build(db);
    built.set(db, query);
    return query.execute(values);
  };
}
