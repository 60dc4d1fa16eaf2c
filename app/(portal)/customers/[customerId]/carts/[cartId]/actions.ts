"use server";

import { type ActionResult, runAction } from "@/lib/action";
import { addAddOn } from "@/lib/carts/add-add-on";
import type { Changed } from "@/lib/carts/change-cart";
import { createCart } from "@/lib/carts/create-cart";
import { deleteCart } from "@/lib/carts/delete-cart";
import {
  addOnInput,
  cartInput,
  cartItemInput,
  renameCartInput,
  restoreItemInput,
  saveDraftInput,
  setQuantityInput,
} from "@/lib/carts/inputs";
import { removeAddOn } from "@/lib/carts/remove-add-on";
import { removeItem } from "@/lib/carts/remove-item";
import { renameCart } from "@/lib/carts/rename-cart";
import { restoreItem } from "@/lib/carts/restore-item";
import { resumeCart } from "@/lib/carts/resume-cart";
import { saveForLater } from "@/lib/carts/save-for-later";
import { saveProvisioningDraft } from "@/lib/carts/save-provisioning-draft";
import type { Cart } from "@/lib/carts/schemas";
import { setQuantity } from "@/lib/carts/set-quantity";
import { customerParams } from "@/lib/ids";
import { recallIntent } from "@/lib/orders/intents/recall-intent";
import { releaseIntent } from "@/lib/orders/intents/release-intent";
import { placeOrder } from "@/lib/orders/place-order";
import { intentInput, type PlaceOrderResult, placeOrderInput } from "@/lib/orders/place-order-schemas";

/** The cart after a change; null when it could not be read again. */
export type ChangedCart = ActionResult<Cart | null>;

const cartOf = async (change: Promise<Changed<unknown>>) => (await change).cart;

export async function createCartAction(raw: unknown): Promise<ActionResult<{ cartId: string }>> {
  return runAction(customerParams, raw, createCart);
}

export async function setQuantityAction(raw: unknown): Promise<ChangedCart> {
  return runAction(setQuantityInput, raw, (input) => cartOf(setQuantity(input)));
}

export async function removeItemAction(raw: unknown): Promise<ChangedCart> {
  return runAction(cartItemInput, raw, (input) => cartOf(removeItem(input)));
}

export async function restoreItemAction(raw: unknown): Promise<ChangedCart> {
  return runAction(restoreItemInput, raw, (input) => cartOf(restoreItem(input)));
}

export async function addAddOnAction(raw: unknown): Promise<ChangedCart> {
  return runAction(addOnInput, raw, (input) => cartOf(addAddOn(input)));
}

export async function removeAddOnAction(raw: unknown): Promise<ChangedCart> {
  return runAction(cartItemInput, raw, (input) => cartOf(removeAddOn(input)));
}

export async function renameCartAction(raw: unknown): Promise<ChangedCart> {
  return runAction(renameCartInput, raw, (input) => cartOf(renameCart(input)));
}

export async function saveForLaterAction(raw: unknown): Promise<ChangedCart> {
  return runAction(cartInput, raw, (input) => cartOf(saveForLater(input)));
}

export async function resumeCartAction(raw: unknown): Promise<ChangedCart> {
  return runAction(cartInput, raw, (input) => cartOf(resumeCart(input)));
}

export async function deleteCartAction(raw: unknown): Promise<ActionResult<null>> {
  return runAction(cartInput, raw, async (input) => {
    await deleteCart(input);
    return null;
  });
}

/** Keeps the answers to a line's questions while they are typed. */
export async function saveDraftAction(raw: unknown): Promise<ActionResult<{ savedAt: string }>> {
  return runAction(saveDraftInput, raw, saveProvisioningDraft);
}

/** Orders the cart. Whatever comes back, one cart makes one order. */
export async function placeOrderAction(raw: unknown): Promise<ActionResult<PlaceOrderResult>> {
  return runAction(placeOrderInput, raw, placeOrder);
}

/** Takes back an order that is still held. */
export async function recallIntentAction(raw: unknown): Promise<ActionResult<{ intentId: string }>> {
  return runAction(intentInput, raw, recallIntent);
}

/** Frees the cart of an order that Ion never confirmed and does not have. */
export async function releaseIntentAction(raw: unknown): Promise<ActionResult<{ orderId: string | null }>> {
  return runAction(intentInput, raw, releaseIntent);
}
