import { getDb } from "@/lib/db/client";
import { mirrorCustomers } from "@/lib/db/schema/mirror";
import { fold } from "@/lib/fold";
import { sortKey } from "@/lib/mirror/sort-key";
import type { CustomerRow } from "../schemas";

/** Puts customers into an account's mirror as a pass would have left them. Answers with their rows. */
export async function mirrorTestCustomers(
  accountId: string,
  customers: readonly (Partial<CustomerRow> & { id: string })[],
): Promise<CustomerRow[]> {
  const rows = customers.map((given) => ({
    organization: `Customer ${given.id}`,
    contactName: null,
    email: null,
    domain: null,
    country: null,
    status: "active" as const,
    createdAt: null,
    ...given,
  }));
  const db = await getDb();
  for (let at = 0; at < rows.length; at += 500) {
    await db.insert(mirrorCustomers).values(
      rows.slice(at, at + 500).map((row) => ({
        ...row,
        accountId,
        hash: "test",
        readAt: new Date().toISOString(),
        raw: {},
        sortName: sortKey(row.organization),
        search: fold([row.organization, row.contactName, row.email, row.domain, row.id].join(" ")),
      })),
    );
  }
  return rows;
}
