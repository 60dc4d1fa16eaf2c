import { z } from "zod";
import { findCustomers } from "@/lib/customers/find-customers";
import { parseSearch, runRoute } from "@/lib/route-handler";

const searchSchema = z.object({ q: z.string().trim().max(200).default("") });

/** Suggestions while somebody types a customer's name. */
export async function GET(request: Request) {
  return runRoute(async () => ({ options: await findCustomers(parseSearch(searchSchema, request).q) }));
}
