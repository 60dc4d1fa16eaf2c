import "server-only";
import { mayActor } from "@/lib/auth/require-permission";
import { getCustomer } from "@/lib/customers/get-customer";
import { listCloudProfiles } from "@/lib/customers/list-cloud-profiles";
import type { CloudProfile, Customer } from "@/lib/customers/schemas";
import { serverTexts } from "@/lib/i18n/server-texts";
import type { IonCart, IonCartItem } from "@/lib/ion/schemas/carts";
import { log } from "@/lib/log";
import type { CartAccess } from "./cart-access";
import { toCharges } from "./charges";
import { type Draft, readDrafts } from "./drafts";
import { cartFingerprint } from "./fingerprint";
import { kept } from "./kept";
import { findKnownCart, type KnownCart } from "./known-carts";
import { answeredAttributes, type LineQuestions, lineQuestions } from "./line-questions";
import { decideTenant } from "./line-tenant";
import { agreeOnTenant } from "./one-tenant";
import { readPlanName } from "./plan-name";
import { readIonCart } from "./read-ion-cart";
import { findPlan, type PlanFacts, readProducts } from "./read-products";
import { readTemplate } from "./read-template";
import type { Cart } from "./schemas";
import { toCartItem } from "./to-cart-item";
import { cartTotals } from "./totals";

const CUSTOMER_AGE_MS = 60_000;
const PROFILES_AGE_MS = 15_000;

/** A line with all that was read for it. */
export type ReadLine = {
  item: IonCartItem;
  facts: PlanFacts | null;
  /** Null when the questions could not be read, or the plan is not in the catalog. */
  questions: LineQuestions | null;
};

export type ReadCart = { cart: Cart; lines: ReadLine[]; ionCart: IonCart };

/**
 * A cart with everything that is said about it: Ion's cart and items, the catalog's plans with this customer's prices, the
 * vendors' questions and the answers so far. `fresh` reads all of it from Ion, for what is about to be ordered; then a
 * template that can't be read throws instead of leaving its line without questions.
 */
export async function readCart(
  access: CartAccess,
  cartId: string,
  { fresh = false }: { fresh?: boolean } = {},
): Promise<ReadCart> {
  const { actor, customerId } = access;
  const [{ cart: ionCart, items }, customer, profiles, drafts, known, texts, questionTexts] =
    await Promise.all([
      readIonCart(access, cartId),
      readCustomer(access, fresh),
      readProfiles(access, fresh),
      readDrafts(actor.accountId, cartId),
      findKnownCart(actor.accountId, { customerId, cartId }),
      serverTexts("carts"),
      serverTexts("provisioning"),
    ]);
  const hints = items.map((item) => readPlanName(item.planName));
  const products = await readProducts(
    access,
    hints.flatMap((hint) => hint?.productId ?? []),
    { fresh },
  );
  const facts = hints.map((hint) => findPlan(products, hint));
  const asked = await Promise.all(
    items.map((item, index) =>
      readQuestions(access, {
        facts: facts[index] ?? null,
        quantity: item.quantity ?? 0,
        customer,
        profiles,
        draft: drafts.get(item.id),
        texts: questionTexts,
        fresh,
      }),
    ),
  );
  const questions = agreeOnTenant(
    items.map((item, index) => ({
      name: facts[index]?.sku.name ?? item.title ?? item.id,
      questions: asked[index] ?? null,
      draftKeys: new Set(Object.keys(drafts.get(item.id)?.values ?? {})),
    })),
    (otherLine) => texts("otherTenantName", { line: otherLine }),
  );
  const lines = items.map((item, index) => ({
    item,
    facts: facts[index] ?? null,
    questions: questions[index] ?? null,
  }));
  const withCost = mayActor(actor, "prices:cost");
  return { ionCart, lines, cart: toCart({ ionCart, lines, customer, known, withCost, texts }) };
}

function readCustomer({ actor, customerId }: CartAccess, fresh: boolean): Promise<Customer> {
  const key = `customer ${actor.accountId}/${customerId}`;
  return kept({ key, maxAgeMs: fresh ? 0 : CUSTOMER_AGE_MS }, () => getCustomer(customerId));
}

async function readProfiles(
  { actor, customerId }: CartAccess,
  fresh: boolean,
): Promise<CloudProfile[] | null> {
  const key = `profiles ${actor.accountId}/${customerId}`;
  const profiles = kept({ key, maxAgeMs: fresh ? 0 : PROFILES_AGE_MS }, () => listCloudProfiles(customerId));
  // Unread profiles block Microsoft lines with a sentence; the rest of the cart goes on.
  return profiles.catch((error) => {
    log.warn({ event: "profiles-unread", customerId, err: error }, "cloud profiles could not be read");
    return null;
  });
}

async function readQuestions(
  access: CartAccess,
  input: {
    facts: PlanFacts | null;
    quantity: number;
    customer: Customer;
    profiles: readonly CloudProfile[] | null;
    draft: Draft | undefined;
    texts: Awaited<ReturnType<typeof serverTexts>>;
    fresh: boolean;
  },
): Promise<LineQuestions | null> {
  const { facts, profiles, fresh } = input;
  if (!facts) return null;
  const { product, deployment } = facts;
  const profile = profiles?.find((one) => one.providerId !== null && one.providerId === product.providerId);
  const provider = {
    providerId: product.providerId,
    vendor: product.vendor,
    providerName: [profile?.shortName, profile?.displayName].filter(Boolean).join(" ") || null,
  };
  try {
    const tenant = await decideTenant(access, profiles, provider, { fresh });
    const template = await readTemplate(access, tenant.choice);
    return lineQuestions({ ...input, tenant, template, deployment });
  } catch (error) {
    if (fresh) throw error;
    log.warn(
      { event: "questions-unread", productId: product.id, err: error },
      "a line's questions are unread",
    );
    return null;
  }
}

function toCart({
  ionCart,
  lines,
  customer,
  known,
  withCost,
  texts,
}: {
  ionCart: IonCart;
  lines: readonly ReadLine[];
  customer: Customer;
  known: KnownCart | undefined;
  withCost: boolean;
  texts: Awaited<ReturnType<typeof serverTexts>>;
}): Cart {
  const items = lines.map((line) => toCartItem({ ...line, withCost, texts }));
  const { payment } = ionCart;
  return {
    id: ionCart.id,
    customerId: customer.id,
    customerName: customer.organization,
    displayName: namedByPerson(ionCart.displayName),
    state: ionCart.state,
    createdBy: known?.createdByName ?? ionCart.userName,
    createdAt: known?.createdBy ? known.createdAt.toISOString() : null,
    touchedAt: known?.touchedAt.toISOString() ?? null,
    payment: {
      type:
        payment?.type === "OFFLINE" ? "offline" : payment?.type === "CREDIT_CARD" ? "credit-card" : "unknown",
      card: payment?.creditCardName ?? null,
    },
    items,
    totals: cartTotals(items.flatMap(toCharges)),
    unpricedItems: items.filter(({ lineTotal, usageBased }) => lineTotal === null && !usageBased).length,
    fingerprint: cartFingerprint(
      items.map((item, index) => ({
        ...item,
        planName: lines[index]?.item.planName ?? null,
        attributes: lines[index]?.questions ? answeredAttributes(lines[index].questions) : [],
      })),
    ),
  };
}

/** Ion and the portal call a new cart "Cart - 1725418904306"; that is no name a person gave. */
export function namedByPerson(displayName: string | null): string | null {
  return displayName === null || /^Cart - \d+$/.test(displayName.trim()) ? null : displayName.trim();
}
