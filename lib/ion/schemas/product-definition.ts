import { z } from "zod";
import { addOnSchema, skuSchema } from "./plans";
import { priceMap, supportPlan } from "./prices";
import { anything, code, enumeration, integer, listOf, maybe, text, texts } from "./primitives";

const tier = z
  .object({ displayName: text, price: priceMap, max: integer })
  .transform(({ displayName, price, max }) => ({
    displayName,
    /** Price of one unit, one a currency. */
    prices: price,
    /** Highest unit of this tier; null is without end (Ion sends -1). */
    max: max === null || max < 0 ? null : max,
  }));

const usage = z.object({
  id: code,
  type: enumeration,
  consumable: maybe(
    z.object({
      unit: code,
      /** TOP_TIER: all units at the reached tier's price. ALL_TIERS: graduated. */
      chargeMode: enumeration,
      tiers: listOf(tier),
    }),
  ),
  capacityGroup: anything,
});

const changeRule = z
  .object({
    id: code,
    type: enumeration,
    conditions: maybe(
      z.object({
        fromSku: code,
        toSku: code,
        fromPriceList: code,
        phases: listOf(enumeration),
        fromBillingPeriod: enumeration,
      }),
    ),
    actions: maybe(z.object({ toPriceList: code, changeTiming: enumeration, phaseAlignment: enumeration })),
  })
  .transform((read) => ({ ...read, /** Ion: SWITCH when not given. */ type: read.type ?? "SWITCH" }));

/** Prices and structure of a product. */
export const productDefinition = z.object({
  productLanguage: code,
  supportedCurrencies: texts,
  billingMode: enumeration,
  monthlyBillingCycleDay: integer,
  features: listOf(z.object({ id: code, displayName: text, displayValue: text, description: text })),
  usageUnits: listOf(anything),
  usages: listOf(usage),
  skus: listOf(skuSchema),
  addOns: listOf(addOnSchema),
  priceLists: listOf(z.object({ id: code, plans: texts })),
  defaultPriceList: code,
  changeRules: listOf(changeRule),
  paymentMethods: texts,
  customFields: listOf(z.object({ name: text, content: text, filename: text, type: enumeration })),
  supportPlans: listOf(supportPlan),
});
