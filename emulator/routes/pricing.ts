import { z } from "zod";
import type { Product } from "../catalog";
import { optionalId, readBody } from "../http/body";
import { type Call, json, type Route } from "../http/route";
import { customerPrice } from "../orders/prices";
import { findCustomer } from "../state/customers";

const pricingRequest = z.object(
  {
    externalProductWithProvider: z
      .array(
        z.object(
          {
            provider: z.string({ error: "must be string" }).nullish(),
            externalProducts: z
              .array(z.string({ error: "must be string" }), { error: "must be array" })
              .nullish(),
          },
          { error: "must be object" },
        ),
        { error: "must be array" },
      )
      .nullish(),
    priceBookCustomerId: optionalId,
  },
  { error: "must be object" },
);

/** The plans whose vendor product id is asked for: `CFQ7TTC0LH18`, `CFQ7TTC0LH18:0001` or a whole part number. */
function plansOf(product: Product, externalId: string, priceBook: "standard" | "preferred") {
  return product.definition.skus.flatMap((sku) =>
    sku.plans
      .filter((plan) => plan.productId === externalId || plan.productId.startsWith(`${externalId}:`))
      .map((plan) => {
        const [productId = plan.productId, skuId = "0001"] = sku.productId.split(":");
        return {
          productId: plan.productId,
          pricebookPrice: customerPrice(plan, priceBook),
          pricebookMasterPrice: plan.pricebookMasterPrice,
          pricebookCurrency: plan.pricebookCurrency,
          productAvailability: plan.productAvailability,
          pricebookDetails: {
            SkuDescription: sku.displayName,
            Market: plan.pricebookDetails?.Market,
            ProductId: productId,
            // An integer here although the same SKU is "0001" elsewhere (CONTRACT.md section 2.3).
            SkuId: Number.parseInt(skuId, 10) || 1,
            UnitOfMeasure: plan.pricebookDetails?.UnitOfMeasure ?? "Licenses",
          },
          supportPlan: { pricebookCost: 0, accountCost: 0 },
        };
      }),
  );
}

function price(call: Call) {
  const { db } = call.emulator;
  const request = readBody(pricingRequest, call.body());
  const customer = findCustomer(db, request.priceBookCustomerId ?? "");
  const priceBook = customer?.accountId === call.accountId ? customer.priceBook : "standard";
  const wanted = (request.externalProductWithProvider ?? [])
    .flatMap((one) => one.externalProducts ?? [])
    .slice(0, 200);
  const plans = wanted.flatMap((externalId) => {
    const vendorSku = externalId.split(":").slice(0, 2).join(":");
    const rows = db.all<{ doc: string }>(
      `SELECT doc FROM products WHERE account_id = ? AND product_id IN (
         SELECT product_id FROM skus WHERE account_id = ? AND (external_id = ? OR external_id BETWEEN ? AND ?))`,
      call.accountId,
      call.accountId,
      vendorSku,
      `${vendorSku}:`,
      `${vendorSku}:\uffff`,
    );
    return rows.flatMap((row) => plansOf(JSON.parse(row.doc) as Product, externalId, priceBook));
  });
  return json({ plans });
}

export const pricingRoutes: Route[] = [
  { method: "POST", path: "/api/v3/accounts/:accountId/products/~pricing", handle: price },
];
