import "server-only";
import { serverTexts } from "@/lib/i18n/server-texts";
import { type AnsweredQuestion, answerSummary, secretQuestions } from "./answer-summary";
import { accessCarts } from "./cart-access";
import { noteCart } from "./note-cart";
import { readCart } from "./read-cart";
import type { Cart } from "./schemas";

export type SecretQuestion = { key: string; title: string; required: boolean };

/** What a person reads before the button that costs money. */
export type CartReview = {
  cart: Cart;
  /** By cart item id. */
  answers: Record<string, AnsweredQuestion[]>;
  /** Passwords that are asked here and kept nowhere, by cart item id. */
  secrets: Record<string, SecretQuestion[]>;
  /** Whether somebody agrees to a vendor's terms in the customer's name with this order. */
  attestsAgreement: boolean;
};

/**
 * The cart as Ion has it this moment, with the answers in words. Throws AppError NOT_FOUND, CART_EXPIRED, and IonError;
 * a cart that is checked out or saved comes back with its state.
 */
export async function getCartReview(customerId: string, cartId: string): Promise<CartReview> {
  const access = await accessCarts("carts:read", customerId);
  const [{ cart, lines }, texts] = await Promise.all([
    readCart(access, cartId, { fresh: true }),
    serverTexts("carts"),
  ]);
  await noteCart(access, cart);
  const words = { yes: texts("yes"), no: texts("no") };
  const asked = lines.flatMap(({ item, questions }) => (questions ? [{ id: item.id, ...questions }] : []));
  return {
    cart,
    answers: Object.fromEntries(
      asked.map(({ id, form, answers }) => [id, answerSummary(form, answers, words)]),
    ),
    secrets: Object.fromEntries(asked.map(({ id, form }) => [id, secretQuestions(form)])),
    attestsAgreement: asked.some(({ form }) => "agreementDateAgreed" in form.schema.properties),
  };
}
