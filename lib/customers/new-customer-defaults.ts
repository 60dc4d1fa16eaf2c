import "server-only";
import { headers } from "next/headers";
import { getLocale } from "next-intl/server";
import { requirePermission } from "@/lib/auth/require-permission";
import { peekCustomers } from "./customer-list";
import { mostFrequentCountry, regionOf } from "./usual-country";

/**
 * Language and country a new customer most likely has: the reader's language; the country most customers of the
 * account are in, else the one the browser speaks of.
 */
export async function newCustomerDefaults(): Promise<{ languageCode: string; country: string }> {
  const actor = await requirePermission("customers:write");
  const acceptLanguage = (await headers()).get("accept-language");
  const country = mostFrequentCountry(peekCustomers(actor)) ?? regionOf(acceptLanguage) ?? "US";
  return { languageCode: await getLocale(), country };
}
