import "server-only";
import type { SQL } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "@/lib/db/client";

/** Runs hand-written SQL and reads its rows; both databases answer with an object that has them in `rows`. */
export async function selectRows<Row extends z.ZodType>(
  db: Db,
  row: Row,
  query: SQL,
): Promise<z.output<Row>[]> {
  const answer = z.object({ rows: z.array(row) }).parse(await db.execute(query));
  return answer.rows;
}
