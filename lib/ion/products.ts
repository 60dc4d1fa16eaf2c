import { type CallOptions, type IonTransport, pathOf } from "./call";
import { bytesForPage, DEFAULT_PAGE_SIZE, followTokens } from "./paginate";
import {
  categoriesSchema,
  chargesSchema,
  type IonCategory,
  type IonCharge,
  type IonPricing,
  type IonProgram,
  type IonVertical,
  pricingSchema,
  programsSchema,
  verticalsSchema,
} from "./schemas/catalog";
import { nothingSchema } from "./schemas/nothing";
import { type IonProduct, productRowsSchema, productSchema, productsPageSchema } from "./schemas/products";
import type { RowPage } from "./schemas/row-page";
import { wireInteger } from "./wire";

export interface ProductFilters {
  /** Marketing display name. */
  name?: string;
  skuId?: string;
  addOnId?: string;
  skuExternalId?: string;
  addOnExternalId?: string;
  skuDisplayName?: string;
  addOnDisplayName?: string;
  cloudProviderId?: string;
  /** Exact, for example `CFQ7TTC0LH18:0001:P1Y:Y`. */
  mfgPartNumber?: string;
}

export interface ProductOptions extends CallOptions {
  /** Display language. */
  language?: string;
  /** Prices for this customer instead of the account's own. */
  priceBookCustomerId?: string;
  productVersion?: string;
  /** CUSTOMER: the published product with price book prices. OWNER: the design view, without them. */
  clientRole?: "CUSTOMER" | "OWNER";
  excludePricing?: boolean;
  excludeMarketing?: boolean;
  excludeDefinition?: boolean;
  excludeVersionHistory?: boolean;
  excludeDeployment?: boolean;
}

/** The catalog (CONTRACT.md section 2.3). */
export function createProducts(transport: IonTransport, accountId: string) {
  const collection = pathOf`/api/v3/accounts/${accountId}/products`;
  const programsOf = pathOf`/api/v3/accounts/${accountId}/products_programs`;

  /** One page of products with their definition and marketing. */
  async function list(
    options: CallOptions & {
      pageSize?: number;
      pageToken?: string;
      language?: string;
      filters?: ProductFilters;
    } = {},
  ): Promise<{ products: IonProduct[]; nextPageToken: string | null }> {
    const { filters = {} } = options;
    return transport.call({
      operation: "products.list",
      method: "GET",
      path: collection,
      query: {
        pageSize: options.pageSize ?? DEFAULT_PAGE_SIZE,
        pageToken: options.pageToken,
        language: options.language,
        "filter.name": filters.name,
        "filter.skuId": filters.skuId,
        "filter.addonId": filters.addOnId,
        "filter.skuExternalId": filters.skuExternalId,
        "filter.addonExternalId": filters.addOnExternalId,
        "filter.skuDisplayName": filters.skuDisplayName,
        "filter.addonDisplayName": filters.addOnDisplayName,
        "filter.cloudProviderId": filters.cloudProviderId,
        "filter.mfgPartNumber": filters.mfgPartNumber,
      },
      schema: productsPageSchema,
      signal: options.signal,
    });
  }

  /** One page of the whole catalog, row by row: a product that can't be read is skipped and said. */
  async function readPage(
    options: CallOptions & { pageSize?: number; pageToken?: string } = {},
  ): Promise<RowPage<IonProduct>> {
    return transport.call({
      operation: "products.list",
      method: "GET",
      path: collection,
      query: { pageSize: options.pageSize ?? DEFAULT_PAGE_SIZE, pageToken: options.pageToken },
      schema: productRowsSchema,
      maxBodyBytes: bytesForPage(options.pageSize),
      signal: options.signal,
    });
  }

  /** Every product that matches, page after page. */
  function listAll(
    filters: ProductFilters = {},
    options: CallOptions & { pageSize?: number; language?: string } = {},
  ) {
    return followTokens(
      { operation: "products.list", path: collection },
      async (pageToken) => {
        const page = await list({ ...options, filters, pageToken });
        return { rows: page.products, nextPageToken: page.nextPageToken };
      },
      (product) => product.id,
    );
  }

  /** One product. Throws IonError "not-found". */
  async function get(productId: string, options: ProductOptions = {}): Promise<IonProduct> {
    return transport.call({
      operation: "products.get",
      method: "GET",
      path: `${collection}${pathOf`/${productId}`}`,
      query: {
        language: options.language,
        priceBookCustomerId: options.priceBookCustomerId,
        productVersion: options.productVersion,
        clientRole: options.clientRole,
        "excludeFilter.excludePricing": options.excludePricing,
        "excludeFilter.excludeMarketing": options.excludeMarketing,
        "excludeFilter.excludeDefinition": options.excludeDefinition,
        "excludeFilter.excludeVersionHistory": options.excludeVersionHistory,
        "excludeFilter.excludeDeployment": options.excludeDeployment,
      },
      schema: productSchema,
      signal: options.signal,
    });
  }

  async function categories(options: CallOptions = {}): Promise<IonCategory[]> {
    const path = `${collection}/categories`;
    const call = { operation: "products.categories", method: "GET", path, signal: options.signal } as const;
    return (await transport.call({ ...call, schema: categoriesSchema })).categories;
  }

  async function verticals(options: CallOptions = {}): Promise<IonVertical[]> {
    const path = `${collection}/verticals`;
    const call = { operation: "products.verticals", method: "GET", path, signal: options.signal } as const;
    return (await transport.call({ ...call, schema: verticalsSchema })).verticals;
  }

  async function charges(options: CallOptions = {}): Promise<IonCharge[]> {
    const path = `${collection}/charges`;
    const call = { operation: "products.charges", method: "GET", path, signal: options.signal } as const;
    return (await transport.call({ ...call, schema: chargesSchema })).charges;
  }

  /**
   * Price book entries of vendors' products. A POST that only reads: a lost answer is "timeout" or "network", never
   * "outcome-unknown". Throws IonError "unavailable" when Ion has no price book to hand.
   */
  async function pricing(
    request: { products: { provider: string; vendorProductIds: string[] }[]; priceBookCustomerId?: string },
    options: CallOptions = {},
  ): Promise<IonPricing[]> {
    const customerId = request.priceBookCustomerId;
    const { plans } = await transport.call({
      operation: "products.pricing",
      method: "POST",
      path: `${collection}:pricing`,
      body: {
        externalProductWithProvider: request.products.map(({ provider, vendorProductIds }) => ({
          provider,
          externalProducts: vendorProductIds,
        })),
        ...(customerId === undefined ? {} : { priceBookCustomerId: wireInteger(customerId) }),
      },
      schema: pricingSchema,
      effect: "read",
      signal: options.signal,
    });
    return plans;
  }

  /** Throws IonError "invalid" when the product is enabled already. */
  async function enable(productId: string, options: CallOptions = {}): Promise<void> {
    await transport.call({
      operation: "products.enable",
      method: "POST",
      path: `${collection}${pathOf`/${productId}`}:enable`,
      schema: nothingSchema,
      mayBeEmpty: true,
      signal: options.signal,
    });
  }

  /** Throws IonError "invalid" when the product is disabled already. */
  async function disable(productId: string, options: CallOptions = {}): Promise<void> {
    await transport.call({
      operation: "products.disable",
      method: "POST",
      path: `${collection}${pathOf`/${productId}`}:disable`,
      schema: nothingSchema,
      mayBeEmpty: true,
      signal: options.signal,
    });
  }

  /** The programs a product may be added to, and whether it was. */
  async function programs(productId: string, options: CallOptions = {}): Promise<IonProgram[]> {
    const { programs: list } = await transport.call({
      operation: "products.programs",
      method: "GET",
      path: programsOf,
      query: { productName: productId },
      schema: programsSchema,
      signal: options.signal,
    });
    return list;
  }

  /** Adds a product to a program. `programName` is the resource name `accounts/{a}/programs/{id}`. */
  async function batchUpdateProgram(
    productId: string,
    request: { programName: string; partnerName?: string },
    options: CallOptions = {},
  ): Promise<IonProgram[]> {
    const { programName, partnerName = `accounts/${accountId}` } = request;
    const { programs: list } = await transport.call({
      operation: "products.batchUpdateProgram",
      method: "PUT",
      path: `${programsOf}${pathOf`/${productId}`}:batchUpdate`,
      // One object in spite of "batch", and in snake case, as documented.
      body: { product_programs: { programName, partnerName } },
      schema: programsSchema,
      signal: options.signal,
    });
    return list;
  }

  return {
    list,
    readPage,
    listAll,
    get,
    categories,
    verticals,
    charges,
    pricing,
    enable,
    disable,
    programs,
    batchUpdateProgram,
  };
}
