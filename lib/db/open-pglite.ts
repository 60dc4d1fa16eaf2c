import "server-only";
import { PGlite, types } from "@electric-sql/pglite";
import { pg_trgm } from "@electric-sql/pglite/contrib/pg_trgm";

const { DATE, INTERVAL, TIMESTAMP, TIMESTAMPTZ } = types;
/** Moments, and arrays of moments and of exact numbers (pg_type), which Drizzle reads by itself. */
const READ_BY_DRIZZLE = [DATE, INTERVAL, TIMESTAMP, TIMESTAMPTZ, 1115, 1182, 1185, 1187, 1231];

/**
 * A PGlite on a folder, or in memory ("memory://"). Drizzle hands it the same few parsers with each question, and it then
 * copies all of its hundreds to add them, which takes longer than a small question itself: here they are given once.
 */
export async function openPglite(folder: string): Promise<PGlite> {
  const pglite = await PGlite.create(folder, { extensions: { pg_trgm } });
  for (const type of READ_BY_DRIZZLE) pglite.parsers[type] = (value) => value;
  const query = pglite.query.bind(pglite);
  pglite.query = (text, values, options) => {
    const { parsers: _, ...others } = options ?? {};
    return query(text, values, others);
  };
  return pglite;
}
