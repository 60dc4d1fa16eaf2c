import "server-only";
import { sql } from "drizzle-orm";
import { headers } from "next/headers";
import { getLocale } from "next-intl/server";
import type { Actor } from "@/lib/auth/actor";
import { requirePermission } from "@/lib/auth/require-permission";
import { getDb } from "@/lib/db/client";
import { mirrorCustomers } from "@/lib/db/schema/mirror";
import { all } from "@/lib/lists/conditions";
import { customersOf } from "./customer-list-sql";
import { regionOf } from "./usual-country";

/**
 * Language and country a new customer most likely has: the reader's language; the country most customers of the
 * account are in, else the one the browser speaks of.
 */
export async function newCustomerDefaults(): Promise<{ languageCode: string; country: string }> {
  const actor = await requirePermission("customers:write");
  const acceptLanguage = (await headers()).get("accept-language");
  const country = (await usualCountry(actor)) ?? regionOf(acceptLanguage) ?? "US";
  return { languageCode: await getLocale(), country };
}

/** The country most customers are in; undefined when none says. */
async function usualCountry(actor: Actor): Promise<string | undefined> {
  const db = await getDb();
  const [most] = await db
    .select({ country: mirrorCustomers.country })
    .from(mirrorCustomers)
    .where(all(customersOf(actor), sql`${mirrorCustomers.country} is not null`))
    .groupBy(mirrorCustomers.country)
    .orderBy(sql`count(*) desc`, mirrorCustomers.country)
    .limit(1);
  return most?.country ?? undefined;
}
