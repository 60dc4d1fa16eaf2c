import { type SQL, sql } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";

type Operand = AnyPgColumn | SQL;

/** The column has one of the values; none of them is no row at all. One parameter, however many there are. */
export function isOneOf(column: Operand, values: Iterable<string>): SQL {
  return sql`${column} = any(${sql.param([...values])}::text[])`;
}

/** The text holds the word: an index of trigrams answers it. What the word has of signs of LIKE stands for itself. */
export function holds(text: Operand, word: string): SQL {
  return sql`${text} like ${`%${word.replace(/[\\%_]/g, "\\$&")}%`}`;
}

/** The moment is in the given one or after it; a day begins at midnight UTC. */
export function notBefore(time: Operand, moment: string): SQL {
  return sql`${time} >= ${new Date(moment).toISOString()}::timestamptz`;
}

const DAY_MS = 24 * 60 * 60_000;

/** The moment is in the given one or before it; a day counts until its end. */
export function notAfter(time: Operand, moment: string): SQL {
  const isDay = /^\d{4}-\d\d-\d\d$/.test(moment);
  return isDay
    ? sql`${time} < ${new Date(Date.parse(moment) + DAY_MS).toISOString()}::timestamptz`
    : sql`${time} <= ${new Date(moment).toISOString()}::timestamptz`;
}

/** All of them; what is undefined asks for nothing. */
export function all(...conditions: (SQL | undefined)[]): SQL {
  const given = conditions.filter((each) => each !== undefined);
  return given.length === 0 ? sql`true` : sql`(${sql.join(given, sql` and `)})`;
}

/** Any of them; none is never true. */
export function any(conditions: readonly SQL[]): SQL {
  return conditions.length === 0 ? sql`false` : sql`(${sql.join([...conditions], sql` or `)})`;
}
