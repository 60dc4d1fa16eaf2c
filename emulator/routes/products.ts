import type { Product } from "../catalog";
import { invalidArgument, invalidRequest, listingNotFound } from "../errors";
import { readPage } from "../http/paging";
import { type Call, json, jsonText, type Route } from "../http/route";
import { isPlainProductSpelling, presentListedProduct, presentProduct } from "../present/product";
import { findCustomer } from "../state/customers";
import { listProducts } from "../state/product-list";
import { findProduct, saveProduct } from "../state/products";

const ROOT = "/api/v3/accounts/:accountId/products";
// A segment that starts with ~ is a custom verb, not an id.
const ONE = `${ROOT}/:productId{[^~/][^/]*}`;

function list(call: Call) {
  const { db, variants } = call.emulator;
  const page = readPage(call);
  const provider = call.query.text("filter.cloudProviderId");
  if (provider !== undefined && !/^\d{1,9}$/.test(provider))
    throw invalidRequest("filter.cloudProviderId must be integer");
  const rows = listProducts(
    db,
    call.accountId,
    {
      name: call.query.text("filter.name"),
      skuId: call.query.text("filter.skuId"),
      addOnId: call.query.text("filter.addonId"),
      skuExternalId: call.query.text("filter.skuExternalId"),
      addOnExternalId: call.query.text("filter.addonExternalId"),
      skuName: call.query.text("filter.skuDisplayName"),
      addOnName: call.query.text("filter.addonDisplayName"),
      providerId: provider === undefined ? undefined : Number(provider),
      partNumber: call.query.text("filter.mfgPartNumber"),
    },
    page.cursor,
    page.size + 1,
  );
  const shown = rows.slice(0, page.size);
  const last = shown.at(-1);
  const token = rows.length > page.size && last ? page.tokenFor(last.seq) : undefined;
  const docs = isPlainProductSpelling(variants)
    ? shown.map((row) => row.doc)
    : shown.map((row) => JSON.stringify(presentListedProduct(JSON.parse(row.doc) as Product, variants)));
  const next = token === undefined ? "" : `,"nextPageToken":${JSON.stringify(token)}`;
  // Documents are stored as JSON text: putting text together is what keeps long pages fast.
  return jsonText(`{"products":[${docs.join(",")}]${next}}`);
}

/** @throws IonError 404 `listing X not found`. */
export function requireProduct(call: Call, productId = call.param("productId")): Product {
  const product = findProduct(call.emulator.db, call.accountId, productId);
  if (!product) throw listingNotFound(productId);
  return product;
}

function get(call: Call) {
  const { query, emulator } = call;
  const product = requireProduct(call);
  const role = query.text("clientRole")?.toUpperCase() ?? "CUSTOMER";
  if (role !== "CUSTOMER" && role !== "OWNER")
    throw invalidRequest("clientRole must be equal to one of the allowed values");
  const customer = findCustomer(emulator.db, query.text("priceBookCustomerId") ?? "");
  const view = {
    excludePricing: query.flag("excludeFilter.excludePricing"),
    excludeMarketing: query.flag("excludeFilter.excludeMarketing"),
    excludeDefinition: query.flag("excludeFilter.excludeDefinition"),
    excludeVersionHistory: query.flag("excludeFilter.excludeVersionHistory"),
    excludeDeployment: query.flag("excludeFilter.excludeDeployment"),
    owner: role === "OWNER",
    priceBook: customer?.accountId === call.accountId ? customer.priceBook : ("standard" as const),
  };
  return json(presentProduct(product, view, emulator.variants));
}

/** @throws IonError 400 when it is in that state already (CONTRACT.md section 0.1). */
function setDisabled(call: Call, disabled: boolean) {
  const product = requireProduct(call);
  if (product.disabled === disabled) {
    const word = disabled ? "disable already disabled" : "enable already enabled";
    throw invalidArgument(`cannot ${word} product`);
  }
  saveProduct(call.emulator.db, call.accountId, {
    ...product,
    disabled,
    updateTime: call.emulator.clock.iso(),
  });
  return json({});
}

export const productRoutes: Route[] = [
  { method: "GET", path: ROOT, handle: list },
  { method: "GET", path: ONE, handle: get },
  { method: "POST", path: `${ONE}/~enable`, handle: (call) => setDisabled(call, false) },
  { method: "POST", path: `${ONE}/~disable`, handle: (call) => setDisabled(call, true) },
];
