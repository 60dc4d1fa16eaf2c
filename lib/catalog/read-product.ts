import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { mayActor } from "@/lib/auth/require-permission";
import { AppError } from "@/lib/errors";
import { connectIon } from "@/lib/ion/connect";
import { isIonError } from "@/lib/ion/errors";
import type { IonProduct } from "@/lib/ion/schemas/products";
import { later } from "@/lib/later";
import { readKept } from "@/lib/mirror/read-kept";
import { readThrough } from "@/lib/mirror/read-through";
import { refreshMirrored } from "@/lib/mirror/refresh-mirrored";
import { readCategoryNames } from "./list-categories";
import { readProviderNames } from "./list-providers";
import { toProduct } from "./map-product";
import { productMirror } from "./product-mirror";
import type { Product } from "./schemas";

type ReadOptions = { customerId?: string | undefined };

/**
 * A product fresh from Ion, priced by the customer's price book when one is given. Costs are there only for those who may
 * see them; the deployment part, which can hold a provider's settings, never gets through. Throws AppError NOT_FOUND.
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
  const asOf = new Date().toISOString();
  const ion = await readIonProduct(actor.accountId, productId, { customerId, withDeployment });
  return { product: await describe(actor, ion, { customerId, asOf }), ion };
}

/**
 * A product as the mirror has it, at the account's own prices, never at a customer's; null when it isn't there. Asks
 * nobody. For callers that have authorised the person.
 */
export async function readKeptProduct(actor: Actor, productId: string): Promise<Product | null> {
  const kept = await readKept(productMirror, actor.accountId, productId);
  return kept && describe(actor, kept.value, { asOf: kept.asOf });
}

async function describe(
  actor: Actor,
  ion: IonProduct,
  { customerId, asOf }: ReadOptions & { asOf: string },
): Promise<Product> {
  const [providerNames, categoryNames] = await Promise.all([
    readProviderNames(actor),
    readCategoryNames(actor),
  ]);
  const withCost = mayActor(actor, "prices:cost");
  return {
    ...toProduct(ion, { providerNames, categoryNames, withCost }),
    priceBookCustomerId: customerId ?? null,
    asOf,
  };
}

/** At the account's own prices it is what the mirror keeps, so it is read whole and kept; a customer's prices never are. */
async function readIonProduct(
  accountId: string,
  productId: string,
  { customerId, withDeployment }: ReadOptions & { withDeployment: boolean },
): Promise<IonProduct> {
  const { products } = await connectIon(accountId);
  const read = () =>
    customerId === undefined
      ? products.get(productId)
      : products.get(productId, {
          priceBookCustomerId: customerId,
          clientRole: "CUSTOMER",
          excludeVersionHistory: true,
          excludeDeployment: !withDeployment,
        });
  try {
    return await (customerId === undefined
      ? readThrough(productMirror, accountId, { id: productId }, read)
      : read());
  } catch (error) {
    if (!isIonError(error, "not-found")) throw error;
    // Gone for one customer, or for all: only the answer without a customer takes it out of the mirror.
    if (customerId !== undefined) {
      later("product-not-renewed", () => refreshMirrored(productMirror, accountId, { id: productId }));
    }
    throw new AppError("NOT_FOUND", { cause: error });
  }
}
