import type { Database } from "./database";
import { nextId } from "./meta";

export type Payment = { paymentType?: string; creditCardName?: string };
export const CART_STATUSES = [
  "CART_STATUS_UNSPECIFIED",
  "OPEN",
  "SAVED_FOR_LATER",
  "CHECKED_OUT",
  "QUOTE",
] as const;
export type CartStatus = (typeof CART_STATUSES)[number];

export type Cart = {
  cartId: string;
  customerId: string;
  displayName: string;
  userName: string;
  payment?: Payment;
  status: CartStatus;
  currencyCode: string;
  createdAt: number;
  expiresAt: number;
};

export type CartAddOn = { planId: string; displayName: string; parent?: string; parentIdentifier?: string };

export type CartItem = {
  itemId: string;
  cartId: string;
  /** As the caller wrote it. */
  planName: string;
  productId: string;
  skuId: string;
  planId: string;
  quantity: number;
  payment?: Payment;
  addOn?: CartAddOn;
  status: "DRAFT" | "PENDING" | "ACTIVE";
  checkedOut: "UNSPECIFIED" | "SUCCESS" | "FAILED";
  createdSubscriptionName?: string;
};

type Row = { doc: string };

export function insertCart(db: Database, cart: Omit<Cart, "cartId">): Cart {
  const cartId = nextId(db, "cart");
  const stored: Cart = { cartId: String(cartId), ...cart };
  db.run(
    "INSERT INTO carts (cart_id, customer_id, status, expires_at, doc) VALUES (?, ?, ?, ?, ?)",
    cartId,
    Number(cart.customerId),
    cart.status,
    cart.expiresAt,
    JSON.stringify(stored),
  );
  return stored;
}

export function saveCart(db: Database, cart: Cart): void {
  db.run(
    "UPDATE carts SET status = ?, expires_at = ?, doc = ? WHERE cart_id = ?",
    cart.status,
    cart.expiresAt,
    JSON.stringify(cart),
    Number(cart.cartId),
  );
}

export function findCart(db: Database, customerId: string, cartId: string): Cart | undefined {
  if (!/^\d{1,15}$/.test(cartId)) return undefined;
  const row = db.get<Row>(
    "SELECT doc FROM carts WHERE cart_id = ? AND customer_id = ?",
    Number(cartId),
    Number(customerId),
  );
  return row && (JSON.parse(row.doc) as Cart);
}

export type CartList = {
  status?: CartStatus;
  nowMs: number;
  limit: number;
  offset: number;
  descending: boolean;
  text?: string;
};

/** Carts that are not expired, by id. */
export function listCarts(db: Database, customerId: string, list: CartList): Cart[] {
  const rows = db.all<Row>(
    `SELECT doc FROM carts WHERE customer_id = ? AND (? = '' OR status = ?)
     AND (status = 'CHECKED_OUT' OR expires_at > ?)
     AND (? = '' OR json_extract(doc, '$.displayName') LIKE '%' || ? || '%')
     ORDER BY cart_id ${list.descending ? "DESC" : "ASC"} LIMIT ? OFFSET ?`,
    Number(customerId),
    list.status ?? "",
    list.status ?? "",
    list.nowMs,
    list.text ?? "",
    list.text ?? "",
    list.limit,
    list.offset,
  );
  return rows.map((row) => JSON.parse(row.doc) as Cart);
}

export function deleteCart(db: Database, cartId: string): void {
  db.run("DELETE FROM cart_items WHERE cart_id = ?", Number(cartId));
  db.run("DELETE FROM carts WHERE cart_id = ?", Number(cartId));
}

export function insertCartItem(db: Database, item: Omit<CartItem, "itemId">): CartItem {
  const itemId = nextId(db, "cartItem");
  const stored: CartItem = { itemId: String(itemId), ...item };
  db.run(
    "INSERT INTO cart_items (item_id, cart_id, doc) VALUES (?, ?, ?)",
    itemId,
    Number(item.cartId),
    JSON.stringify(stored),
  );
  return stored;
}

export function saveCartItem(db: Database, item: CartItem): void {
  db.run("UPDATE cart_items SET doc = ? WHERE item_id = ?", JSON.stringify(item), Number(item.itemId));
}

export function findCartItem(db: Database, cartId: string, itemId: string): CartItem | undefined {
  if (!/^\d{1,15}$/.test(itemId)) return undefined;
  const row = db.get<Row>(
    "SELECT doc FROM cart_items WHERE item_id = ? AND cart_id = ?",
    Number(itemId),
    Number(cartId),
  );
  return row && (JSON.parse(row.doc) as CartItem);
}

export function listCartItems(db: Database, cartId: string): CartItem[] {
  return db
    .all<Row>("SELECT doc FROM cart_items WHERE cart_id = ? ORDER BY item_id", Number(cartId))
    .map((row) => JSON.parse(row.doc) as CartItem);
}

export function deleteCartItem(db: Database, itemId: string): void {
  db.run("DELETE FROM cart_items WHERE item_id = ?", Number(itemId));
}
