import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { mayActor } from "@/lib/auth/require-permission";
import { AppError } from "@/lib/errors";
import { connectIon } from "@/lib/ion/connect";
import { isIonError } from "@/lib/ion/errors";
import type { IonProduct } from "@/lib/ion/schemas/products";
import { readCategoryNames } from "./list-categories";
import { readProviderNames } from "./list-providers";
import { toProduct } from "./map-product";
import type { Product } from "./schemas";

type ReadOptions = { customerId?: string | undefined };

/**
 * A product fresh from Ion, priced by the customer's price book when one is given. Costs are there only for those who may
 * see them; the deployment part, which can hold a provider's credentials, is not even asked for. Throws AppError
 * NOT_FOUND.
 */
export async function readProduct(actor: Actor, productId: string, options: ReadOptions): Promise<Product> {
  return (await readProductWithSource(actor, productId, options)).product;
}

/**
 * The same with what Ion said, for the server's own use: order forms come from the deployment part, whose credentials the
 * client has stripped. None of `ion` may reach a browser.
 */
export async function readProductWithSource(
  actor: Actor,
  productId: string,
  { customerId, withDeployment = false }: ReadOptions & { withDeployment?: boolean },
): Promise<{ product: Product; ion: IonProduct }> {
  const client = await connectIon(actor.accountId);
  const asOf = new Date().toISOString();
  const [ion, providerNames, categoryNames] = await Promise.all([
    client.products
      .get(productId, {
        ...(customerId === undefined ? {} : { priceBookCustomerId: customerId }),
        clientRole: "CUSTOMER",
        excludeVersionHistory: true,
        excludeDeployment: !withDeployment,
      })
      .catch((error) => {
        throw isIonError(error, "not-found") ? new AppError("NOT_FOUND", { cause: error }) : error;
      }),
    readProviderNames(actor),
    readCategoryNames(actor),
  ]);
  const withCost = mayActor(actor, "prices:cost");
  const product = {
    ...toProduct(ion, { providerNames, categoryNames, withCost }),
    priceBookCustomerId: customerId ?? null,
    asOf,
  };
  return { product, ion };
}
