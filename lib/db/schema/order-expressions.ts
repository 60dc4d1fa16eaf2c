import { type SQL, sql } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";

// What lists are put in order by, where that is not a column itself. An index answers an order only when it was made of
// the very same expression, so indexes and queries take it from here. None of them is ever null: what is not known stands
// at the end of the usual direction, which is upwards for texts and downwards for numbers and times.

/** A text without case and accents; what is empty comes after everything. The function is made in a migration. */
export const sortText = (column: AnyPgColumn): SQL => sql`sort_text(${column})`;

/** A time; an unknown one is before all others. */
export const orEarliest = (column: AnyPgColumn): SQL => sql`coalesce(${column}, '-infinity'::timestamptz)`;

/** An amount; an unknown one is below all others. */
export const orLeast = (column: AnyPgColumn): SQL => sql`coalesce(${column}, '-infinity'::numeric)`;

/** A count; an unknown one is below none. */
export const orNone = (column: AnyPgColumn): SQL => sql`coalesce(${column}, -1)`;

/** Ids are digits of any length: the longer one is the larger number. */
export const lengthOf = (column: AnyPgColumn): SQL => sql`length(${column})`;

/** When a subscription renews or, where it does not renew by itself, ends; one of no known end comes after all others. */
export const renewsOrEnds = (table: {
  autoRenew: AnyPgColumn;
  state: AnyPgColumn;
  renewsAt: AnyPgColumn;
  endsAt: AnyPgColumn;
}): SQL =>
  sql`coalesce(case when ${table.autoRenew} is not false and ${table.state} <> 'ended' then ${table.renewsAt} end, ${table.endsAt}, 'infinity'::timestamptz)`;

/** The length of a term in sixteenths of a day, so that twelve months are a year; -1 where there is none. */
export const termLength = (row: AnyPgColumn): SQL =>
  sql`coalesce((${row}->'term'->>'count')::integer * case ${row}->'term'->>'unit' when 'day' then 16 when 'week' then 112 when 'month' then 487 when 'year' then 5844 end, -1)`;
