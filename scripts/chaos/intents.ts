import type { Intent } from "./compare";
import type { Stack } from "./stack";

type Row = Intent & { attempts: number };

/** Every intent of the portal, out of its database. */
export async function readIntents({ db }: Stack): Promise<Row[]> {
  if (!db) throw new Error("the embedded database belongs to the portal");
  const { rows } = await db.query<Row>(
    `SELECT id::text, customer_id AS "customerId", cart_id AS "cartId", id::text AS "referenceId", state,
       order_id AS "orderId", attempts
     FROM order_intents ORDER BY created_at`,
  );
  return rows;
}

/** How often an order became one that nobody knows of whether Ion has it, until now; by the audit log. */
export async function countUnconfirmed({ db }: Stack): Promise<number> {
  const found = await db?.query<{ count: number }>(
    "SELECT count(*)::int AS count FROM audit_log WHERE details->>'to' = 'unknown'",
  );
  return found?.rows[0]?.count ?? 0;
}
