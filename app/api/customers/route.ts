import { getLocale } from "next-intl/server";
import { listCustomers } from "@/lib/customers/live-list-customers";
import { customerQuerySchema } from "@/lib/customers/schemas";
import { parseSearch, runRoute } from "@/lib/route-handler";

/** A page of the customers the signed-in person may see. */
export async function GET(request: Request) {
  return runRoute(async () => listCustomers(parseSearch(customerQuerySchema, request), await getLocale()));
}
