import { getLocale } from "next-intl/server";
import { customerListQuerySchema } from "@/lib/customers/customer-list-schema";
import { listCustomers } from "@/lib/customers/list-customers";
import { parseSearch, runRoute } from "@/lib/route-handler";

/** A page of the customers the signed-in person may see. */
export async function GET(request: Request) {
  return runRoute(async () =>
    listCustomers(parseSearch(customerListQuerySchema, request), await getLocale()),
  );
}
