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

/**
 * A product fresh from Ion, priced by the customer's price book when one is given, with Ion's own object for the server's
 * use. Costs are there only for those who may see them. Throws AppError NOT_FOUND.
 */
export async function readProduct(
  actor: Actor,
  productId: string,
  options: { customerId?: string | undefined; withDeployment: boolean },
): Promise<{ product: Product; ion: IonProduct }> {
  const client = await connectIon(actor.accountId);
  const asOf = new Date().toISOString();
  const [ion, providerNames, categoryNames] = await Promise.all([
    client.products
      .get(productId, {
        ...(options.customerId === undefined ? {} : { priceBookCustomerId: options.customerId }),
        clientRole: "CUSTOMER",
        excludeVersionHistory: true,
        excludeDeployment: !options.withDeployment,
      })
      .catch((error) => {
        throw isIonError(error, "not-found") ? new AppError("NOT_FOUND", { cause: error }) : error;
      }),
    readProviderNames(actor),
    readCategoryNames(actor),
  ]);
  const withCost = mayActor(actor, "prices:cost");
  return {
    product: {
      ...toProduct(ion, { providerNames, categoryNames, withCost }),
      priceBookCustomerId: options.customerId ?? null,
      asOf,
    },
    ion,
  };
}
