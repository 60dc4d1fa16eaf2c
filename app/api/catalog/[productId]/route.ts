import { getOffer } from "@/lib/catalog/get-offer";
import { offerSearch, productParams } from "@/lib/catalog/inputs";
import { parseParams, parseSearch, runRoute } from "@/lib/route-handler";

/** A product with its plans, at the prices of the customer in the address. */
export async function GET(request: Request, { params }: { params: Promise<unknown> }) {
  return runRoute(async () => {
    const { productId } = await parseParams(productParams, params);
    return getOffer(productId, parseSearch(offerSearch, request));
  });
}
