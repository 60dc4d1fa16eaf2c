import "server-only";
import type { FieldErrors } from "@/lib/errors";
import { serverTexts } from "@/lib/i18n/server-texts";
import type { AttributeValues } from "@/lib/provisioning/attribute-schema";
import { toFieldErrors } from "@/lib/provisioning/problem-message";
import type { IonAttribute } from "@/lib/provisioning/to-attributes";
import { accessCarts } from "./cart-access";
import { CONFIRMATION_KEY } from "./confirmation";
import { judged, type LineQuestions } from "./line-questions";
import { type ReadLine, readCart } from "./read-cart";
import { requireOpen } from "./read-ion-cart";
import type { Cart } from "./schemas";

/** A cart that is about to be ordered: what is sent for each line, or what stands in the way. */
export type PreparedCheckout = {
  cart: Cart;
  /** One entry a line, also for those that nothing is asked about. Empty attributes while a line has problems. */
  provisionData: { cartItemId: string; attributes: IonAttribute[] }[];
  /** Texts by `items.<cartItemId>.<attribute>`; empty when everything can be sent. */
  problems: FieldErrors;
};

/** Answers that drafts never keep, by cart item id; only passwords are taken from them. */
export type Secrets = Readonly<Record<string, AttributeValues>>;

/**
 * Reads everything about a cart fresh from Ion and checks every answer with the schema its form was made from. Sends
 * nothing. Throws AppError NOT_FOUND, CART_EXPIRED, CART_CHECKED_OUT, CART_SAVED, and IonError.
 */
export async function prepareCheckout(
  customerId: string,
  cartId: string,
  { secrets = {} }: { secrets?: Secrets | undefined } = {},
): Promise<PreparedCheckout> {
  const access = await accessCarts("carts:read", customerId);
  const { cart, lines, ionCart } = await readCart(access, cartId, { fresh: true });
  requireOpen(ionCart);
  const [cartTexts, texts] = await Promise.all([serverTexts("carts"), serverTexts("provisioning")]);
  const checked = lines.map((line) => checkLine(line, secrets[line.item.id]));
  return {
    cart,
    provisionData: checked.map(({ line, questions }) => ({
      cartItemId: line.item.id,
      attributes: questions?.attributes ?? [],
    })),
    problems: Object.assign(
      {},
      ...checked.map(({ line, questions }) =>
        lineProblems(line.item.id, questions, {
          problem: (code, params) => texts(`errors.${code}`, params),
          confirm: cartTexts("confirmTenant"),
        }),
      ),
    ),
  };
}

function checkLine(line: ReadLine, secrets: AttributeValues | undefined) {
  const { questions } = line;
  if (!questions || !secrets) return { line, questions };
  const properties = questions.form.schema.properties;
  const typed = Object.entries(secrets).filter(([key]) => properties[key]?.writeOnly === true);
  if (typed.length === 0) return { line, questions };
  const answers = { ...questions.answers, ...Object.fromEntries(typed) };
  return { line, questions: judged({ ...questions, answers }) };
}

function lineProblems(
  itemId: string,
  questions: LineQuestions | null,
  say: { problem: (code: string, params: Record<string, number>) => string; confirm: string },
): FieldErrors {
  if (!questions) return {};
  const byField = toFieldErrors(questions.problems, say.problem);
  if (questions.confirmation === "missing") byField[CONFIRMATION_KEY] = [say.confirm];
  return Object.fromEntries(
    Object.entries(byField).map(([field, sentences]) => [`items.${itemId}.${field}`, sentences]),
  );
}
