import { catalogQuerySchema } from "@/lib/catalog/inputs";
import { listProducts } from "@/lib/catalog/list-products";
import { parseSearch, runRoute } from "@/lib/route-handler";

/** A page of the catalog, for search as somebody types. */
export async function GET(request: Request) {
  return runRoute(() => listProducts(parseSearch(catalogQuerySchema, request)));
}
