import { z } from "zod";
import { priceBookFields, priceMap, supportPlan, toPriceBookEntry } from "./prices";
import {
  code,
  enumeration,
  flag,
  integer,
  lastSegment,
  listOf,
  maybe,
  optionalFlag,
  text,
  texts,
} from "./primitives";

const phase = z
  .object({
    type: enumeration,
    duration: maybe(z.object({ unit: enumeration, count: integer, unlimited: flag })),
    fixedPrice: priceMap,
    recurringPrice: priceMap,
    usages: texts,
  })
  .transform((read) => ({
    /** TRIAL_PHASE, DISCOUNT_PHASE, FIXED_PHASE or UNLIMITED_PHASE; trial and discount come first. */
    type: read.type,
    duration: read.duration,
    /** One price a currency, charged once; never pro-rated. */
    fixedPrices: read.fixedPrice,
    /** One price a currency, charged every billing period. */
    recurringPrices: read.recurringPrice,
    /** Ids of the product's usage definitions billed in this phase. */
    usageIds: read.usages,
  }));

/** A phase of a plan. */
export type IonPhase = z.output<typeof phase>;

const plan = z
  .object({
    id: code,
    displayName: text,
    billingPeriod: enumeration,
    approvalRequired: flag,
    phases: listOf(phase),
    icon: text,
    productId: code,
    ...priceBookFields,
    supportPlan: maybe(supportPlan),
  })
  .transform((read, context) => {
    if (read.id === null) {
      context.issues.push({ code: "custom", message: "expected a plan id", input: read, path: ["id"] });
      return z.NEVER;
    }
    return {
      id: read.id,
      displayName: read.displayName,
      /** MONTHLY, ANNUAL, … or null. */
      billingPeriod: read.billingPeriod,
      /** The product's owner has to approve the order. */
      approvalRequired: read.approvalRequired,
      phases: read.phases,
      icon: read.icon,
      /** The vendor's product code of this plan, not a catalog id. */
      vendorProductId: read.productId,
      priceBook: toPriceBookEntry(read),
      supportPlan: read.supportPlan,
    };
  });

/** A plan: how a SKU or an add-on is priced. */
export type IonPlan = z.output<typeof plan>;

const sku = z
  .object({
    id: code,
    displayName: text,
    description: text,
    alias: text,
    cancelTiming: enumeration,
    includedAddOns: texts,
    availableAddOns: texts,
    features: listOf(z.object({ feature: code, displayValue: text })),
    plans: listOf(plan),
    taxCode: code,
    productId: code,
    productCloudProviderName: text,
    verticals: texts,
    disabled: flag,
    supportPlans: listOf(supportPlan),
    ...priceBookFields,
  })
  .transform((read, context) => {
    if (read.id === null) {
      context.issues.push({ code: "custom", message: "expected a SKU id", input: read, path: ["id"] });
      return z.NEVER;
    }
    return {
      id: read.id,
      displayName: read.displayName,
      alias: read.alias,
      description: read.description,
      /** END_OF_TERM or IMMEDIATE. */
      cancelTiming: read.cancelTiming,
      includedAddOnIds: read.includedAddOns,
      availableAddOnIds: read.availableAddOns,
      features: read.features,
      plans: read.plans,
      taxCode: read.taxCode,
      vendorProductId: read.productId,
      /** Last segment of `accounts/{a}/cloudProviders/{n}`. */
      cloudProviderId: lastSegment(read.productCloudProviderName),
      verticals: read.verticals,
      disabled: read.disabled,
      supportPlans: read.supportPlans,
      priceBook: toPriceBookEntry(read),
    };
  });

/** A SKU: what a customer buys. */
export type IonSku = z.output<typeof sku>;

const addOn = z
  .object({
    id: code,
    displayName: text,
    description: text,
    alias: text,
    alignment: enumeration,
    cancelTiming: enumeration,
    allowMultiple: optionalFlag,
    plans: listOf(plan),
    taxCode: code,
    productId: code,
    icon: text,
    productCloudProviderName: text,
    ...priceBookFields,
  })
  .transform((read, context) => {
    if (read.id === null) {
      context.issues.push({ code: "custom", message: "expected an add-on id", input: read, path: ["id"] });
      return z.NEVER;
    }
    return {
      id: read.id,
      displayName: read.displayName,
      alias: read.alias,
      description: read.description,
      alignment: read.alignment,
      cancelTiming: read.cancelTiming,
      /** More than one may be added to a subscription. */
      allowMultiple: read.allowMultiple ?? false,
      plans: read.plans,
      taxCode: read.taxCode,
      vendorProductId: read.productId,
      icon: read.icon,
      cloudProviderId: lastSegment(read.productCloudProviderName),
      priceBook: toPriceBookEntry(read),
    };
  });

/** An add-on: bought only together with a SKU that offers it. */
export type IonAddOn = z.output<typeof addOn>;

export { addOn as addOnSchema, sku as skuSchema };
