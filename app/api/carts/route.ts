import { listCartsQuery } from "@/lib/carts/inputs";
import { listCarts } from "@/lib/carts/list-carts";
import { parseSearch, runRoute } from "@/lib/route-handler";

/** One page of the carts in progress, for the search field and the next page. */
export function GET(request: Request) {
  return runRoute(async () => listCarts(parseSearch(listCartsQuery, request)));
}
