import { z } from "zod";
import { isRecord } from "../json";
import { pick } from "./paging";
import { currencyValue } from "./prices";
import {
  code,
  enumeration,
  flag,
  id,
  idIn,
  integer,
  lastSegment,
  listBody,
  listOf,
  maybe,
  optionalFlag,
  text,
  withRaw,
} from "./primitives";

const payment = z
  .object({ paymentType: enumeration, creditCardName: text })
  .transform(({ paymentType, creditCardName }) => ({ type: paymentType, creditCardName }));

const cartWire = withRaw(
  z.object({
    name: text,
    cartDisplayName: text,
    // The guide's tables spell it so (D41).
    cartdisplayName: text,
    userName: text,
    payment: maybe(payment),
    status: enumeration,
    currencyCode: code,
    totalItems: integer,
  }),
);

export type IonCartState = "open" | "saved" | "checked-out" | "quote" | "unknown";

/** A cart of this customer; `cartId` is the id in the path of the call, for answers without a name. */
export function cartSchema(customerId: string, cartId: string | null = null) {
  return cartWire.transform((read, context) => {
    const found = idIn(read.name, "carts") ?? lastSegment(read.name) ?? cartId;
    if (found === null) {
      context.issues.push({ code: "custom", message: "expected a cart's name", input: read, path: ["name"] });
      return z.NEVER;
    }
    return {
      id: found,
      customerId: idIn(read.name, "customers") ?? customerId,
      displayName: read.cartDisplayName ?? read.cartdisplayName,
      userName: read.userName,
      payment: read.payment,
      state: cartState(read.status),
      /** Upper case, as sent. */
      status: read.status,
      currency: read.currencyCode?.toUpperCase() ?? null,
      /** Only a single cart says how many items it has; null in lists. */
      totalItems: read.totalItems,
      raw: read.raw,
    };
  });
}

/** A cart without its items. */
export type IonCart = z.output<ReturnType<typeof cartSchema>>;

export function cartsSchema(customerId: string) {
  return listBody({ carts: listOf(cartSchema(customerId)) });
}

/** One cart, bare or wrapped as `{carts: [cart]}` (D42). */
export function unwrapCart(body: unknown): unknown {
  const wrapped = pick(body, "carts", "cart");
  if (Array.isArray(wrapped)) return wrapped[0];
  return isRecord(wrapped) ? wrapped : body;
}

const quantitySpec = z.object({ isRequired: flag, minQuantity: integer, maxQuantity: integer });

const cartAddOn = z.object({
  planId: code,
  displayName: text,
  parent: text,
  parentIdentifier: text,
  quantity: integer,
  quantitySpec: maybe(quantitySpec),
  upfrontPrice: currencyValue,
  recurringPrice: currencyValue,
});

const itemWire = withRaw(
  z.object({
    name: text,
    cartName: text,
    userName: text,
    title: text,
    planName: text,
    payment: maybe(payment),
    quantity: integer,
    addOns: listOf(cartAddOn),
    period: enumeration,
    status: enumeration,
    upfrontPrice: currencyValue,
    recurringPrice: currencyValue,
    currencyCode: code,
    paymentSpec: maybe(z.object({ offlineAllowed: flag, creditCardsAllowed: flag, immutable: flag })),
    taxesEnabled: optionalFlag,
    termUid: code,
    termsContent: text,
    purchaseInfo: maybe(
      z.object({ hasDeploymentActions: flag, hasConsumptionBilling: flag, createdSubscriptionName: text }),
    ),
    checkedOut: enumeration,
    ownerId: id,
    productType: enumeration,
  }),
);

/** An item of a cart; `itemId` is the id in the path of the call, for answers without a name. */
export function cartItemSchema(itemId: string | null = null) {
  return itemWire.transform((read, context) => {
    const found = idIn(read.name, "cartItems") ?? lastSegment(read.name) ?? itemId;
    if (found === null) {
      context.issues.push({
        code: "custom",
        message: "expected a cart item's name",
        input: read,
        path: ["name"],
      });
      return z.NEVER;
    }
    const [addOn] = read.addOns;
    return {
      id: found,
      title: read.title,
      /** Identifies the plan; its format is not documented. */
      planName: read.planName,
      quantity: read.quantity,
      /** Ion's cart item holds one add-on at most (D53). */
      addOn: addOn ?? null,
      /** MONTH, YEAR, ONE_TIME, … */
      period: read.period,
      status: read.status,
      /** Null is unknown: Ion leaves the value out of lists and single reads (D54). */
      upfrontPrice: read.upfrontPrice,
      recurringPrice: read.recurringPrice,
      currency: read.currencyCode?.toUpperCase() ?? read.recurringPrice?.currency ?? null,
      payment: read.payment,
      paymentSpec: read.paymentSpec,
      taxesEnabled: read.taxesEnabled,
      termUid: read.termUid,
      /** May hold markup: sanitise before showing. */
      termsContent: read.termsContent,
      purchaseInfo: read.purchaseInfo,
      /** SUCCESS or FAILED after checkout, else null. */
      checkedOut: read.checkedOut,
      /** PRODUCT or ADDON. */
      productType: read.productType === "UNSPECIFIED_PRODUCT_TYPE" ? null : read.productType,
      userName: read.userName,
      ownerId: read.ownerId,
      raw: read.raw,
    };
  });
}

export type IonCartItem = z.output<ReturnType<typeof cartItemSchema>>;

/** The items list: key `cartitems` or `cartItems` (D42). */
export const cartItemsSchema = z.preprocess(
  (body) => renameItems(body),
  listBody({ cartItems: listOf(cartItemSchema()) }),
);

function renameItems(body: unknown): unknown {
  if (!isRecord(body)) return body;
  const cartItems = pick(body, "cartitems", "cartItems", "items");
  return cartItems === undefined ? body : { ...body, cartItems };
}

function cartState(status: string | null): IonCartState {
  switch (status) {
    case "OPEN":
      return "open";
    case "SAVED_FOR_LATER":
      return "saved";
    case "CHECKED_OUT":
      return "checked-out";
    case "QUOTE":
      return "quote";
    default:
      return "unknown";
  }
}
