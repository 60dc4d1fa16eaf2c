import { type SQL, sql } from "drizzle-orm";
import { getDb } from "@/lib/db/client";

/** What somebody can do who owns the database: switches the triggers off, changes what they like, and on again. */
export async function tamper(...statements: SQL[]): Promise<void> {
  const db = await getDb();
  await db.transaction(async (tx) => {
    for (const table of ["audit_log", "audit_heads"]) {
      await tx.execute(sql`alter table ${sql.identifier(table)} disable trigger user`);
    }
    for (const statement of statements) await tx.execute(statement);
    for (const table of ["audit_log", "audit_heads"]) {
      await tx.execute(sql`alter table ${sql.identifier(table)} enable trigger user`);
    }
  });
}
