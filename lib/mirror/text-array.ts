import { type SQL, sql } from "drizzle-orm";
import { databaseJson } from "./database-json";

/** A list of texts as one parameter. */
export function textArray(texts: readonly string[]): SQL {
  return sql`array(select json_array_elements_text(${databaseJson(texts)}::json))`;
}
