import { z } from "zod";
import { toTotal, toUnitPrice } from "../money";
import { priceBookFields, toPriceBookEntry } from "./prices";
import {
  code,
  digits,
  enumeration,
  flag,
  idIn,
  instant,
  integer,
  lastSegment,
  listBody,
  listOf,
  maybe,
  text,
  texts,
} from "./primitives";

const category = z
  .object({
    name: text,
    displayName: text,
    count: integer,
    description: text,
    icon: texts,
    banner: texts,
    logos: texts,
    features: listOf(z.object({ name: text, displayName: text, description: text })),
    externalLink: text,
    parent: text,
    children: texts,
  })
  .transform((read, context) => {
    const id = lastSegment(read.name);
    if (id === null) {
      context.issues.push({
        code: "custom",
        message: "expected a category name",
        input: read,
        path: ["name"],
      });
      return z.NEVER;
    }
    const { name: _name, parent, children, count, ...rest } = read;
    return {
      id,
      ...rest,
      /** Number of products; null when Ion leaves it out. */
      count,
      parentId: lastSegment(parent),
      childIds: children.flatMap((child) => lastSegment(child) ?? []),
    };
  });

/** A category of the catalog. */
export type IonCategory = z.output<typeof category>;

const vertical = z.object({ name: text, displayName: text, description: text }).transform((read, context) => {
  const id = lastSegment(read.name);
  if (id === null) {
    context.issues.push({ code: "custom", message: "expected a vertical name", input: read, path: ["name"] });
    return z.NEVER;
  }
  return { id, displayName: read.displayName, description: read.description };
});

/** An industry products are meant for. */
export type IonVertical = z.output<typeof vertical>;

const charge = z
  .object({
    name: text,
    chargeName: text,
    planType: enumeration,
    applyRateTo: enumeration,
    default: flag,
    passThrough: flag,
    currency: code,
    tiers: listOf(z.object({ name: text, value: digits, type: enumeration })),
    createTime: instant,
    updateTime: instant,
  })
  .transform((read) => ({
    id: lastSegment(read.name),
    displayName: read.chargeName,
    /** FIXED_AMOUNT, FIXED_PERCENT or TIERED. */
    planType: read.planType,
    /** CUSTOMER_COST or SELLER_COST. */
    applyRateTo: read.applyRateTo,
    isDefault: read.default,
    passThrough: read.passThrough,
    currency: read.currency?.toUpperCase() ?? null,
    tiers: read.tiers.map((tier) => ({
      name: tier.name,
      type: tier.type,
      /** Percent when the type is PERCENT, as decimal text. */
      percent: tier.type === "PERCENT" ? tier.value : null,
      /** Amount when the type is FIXED. */
      amount: tier.type === "PERCENT" ? null : toUnitPrice(tier.value, read.currency),
    })),
    createdAt: read.createTime,
    updatedAt: read.updateTime,
  }));

/** A percent or fixed charge on the customer's or the seller's cost. */
export type IonCharge = z.output<typeof charge>;

const pricing = z
  .object({
    productId: code,
    ...priceBookFields,
    supportPlan: maybe(z.object({ pricebookCost: digits, accountCost: digits })),
  })
  .transform((read) => ({
    /** The vendor's product code, as asked for. Match on this: the SKU id inside `details` is a number here. */
    vendorProductId: read.productId,
    ...toPriceBookEntry(read),
    supportPlan: read.supportPlan && {
      priceBookCost: toTotal(read.supportPlan.pricebookCost, read.pricebookCurrency),
      accountCost: toTotal(read.supportPlan.accountCost, read.pricebookCurrency),
    },
  }));

/** A price book entry of a vendor's product. */
export type IonPricing = z.output<typeof pricing>;

const program = z
  .object({
    name: text,
    programName: text,
    programDisplayName: text,
    description: text,
    productName: text,
    productWasAdded: flag,
  })
  .transform((read) => ({
    id: idIn(read.programName, "programs") ?? lastSegment(read.programName) ?? lastSegment(read.name),
    /** Resource name, to be sent back in a batch update. */
    programName: read.programName,
    displayName: read.programDisplayName,
    description: read.description,
    productId: lastSegment(read.productName),
    productWasAdded: read.productWasAdded,
  }));

/** A program a product may belong to. */
export type IonProgram = z.output<typeof program>;

export const categoriesSchema = listBody({ categories: listOf(category) });
export const verticalsSchema = listBody({ verticals: listOf(vertical) });
export const chargesSchema = listBody({ charges: listOf(charge) });
export const pricingSchema = listBody({ plans: listOf(pricing) });
export const programsSchema = listBody({ programs: listOf(program) });
