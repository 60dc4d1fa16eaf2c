import type { Person } from "./person";

/** A plan that no vendor asks anything about. */
export const PLAN = { productId: "DropboxBusiness-smp", skuId: "DBX-Standard", planId: "Monthly-n1" };

/** Active customers this person may work for and that have a Microsoft tenant. Throws when there are too few. */
export async function customersWithTenant(person: Person, count: number): Promise<string[]> {
  const page = await person.read<{ rows: { id: string }[] }>("/api/customers?status=active");
  const ids = page?.rows.map(({ id }) => id) ?? [];
  if (ids.length < count) throw new Error(`only ${ids.length} customers for ${person.name}`);
  return ids.slice(0, count);
}
