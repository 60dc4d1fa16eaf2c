import "server-only";
import { actingAs } from "@/lib/auth/acting-as";
import { type Actor, seesCustomer } from "@/lib/auth/actor";
import { loadActor } from "@/lib/auth/load-actor";
import { mayActor } from "@/lib/auth/require-permission";
import type { PreparedCheckout } from "@/lib/carts/prepare-checkout";
import { AppError } from "@/lib/errors";
import { pickLocale } from "@/lib/i18n/locales";
import { readingIn } from "@/lib/i18n/reading-in";
import { log } from "@/lib/log";
import { outsideRequests } from "@/lib/outside-requests";
import { prepareChangeRequest } from "../changes/change-request";
import { prepareOrderRequest } from "../direct/direct-order-request";
import { checkoutRefusal } from "./checkout-refusal";
import { prepareCheckoutRequest } from "./checkout-request";
import { type Claim, claimDue, claimIntent, isWaiting } from "./leases";
import { onPlaced } from "./on-placed";
import { type Sendable, type Tried, tryIntent } from "./send-intent";
import type { OrderIntent } from "./take-step";

const CLOCKS_APART_MS = 500;

const held = globalThis as typeof globalThis & { portalTries?: Set<Promise<unknown>> };

/**
 * Sends what is due, up to `limit` intents, each in a try of its own that this answer does not wait for. Any replica may
 * call it at any time.
 */
export async function sendDue(limit: number): Promise<Promise<unknown>[]> {
  return (await claimDue(limit)).map((claim) => sendClaimed(claim).catch(logFailure(claim.intent.id)));
}

/** One try of one intent, if it is due and nobody else has it. `prepared`: the check was made this moment. */
export async function sendIntent(
  intentId: string,
  { prepared }: { prepared?: PreparedCheckout } = {},
): Promise<Tried | undefined> {
  const claim = await claimIntent(intentId);
  return claim && sendClaimed(claim, prepared);
}

/** Has this process try an intent when its time has come; another replica may be first, and the row survives a restart. */
export function sendLater(intentId: string, afterMs: number): void {
  outsideRequests(() => {
    const timer = setTimeout(() => void sendWhenDue(intentId).catch(logFailure(intentId)), afterMs);
    timer.unref();
  });
}

/** The database's clock decides what is due; where this process's clock is ahead, it waits a little more. */
async function sendWhenDue(intentId: string): Promise<void> {
  if (await sendIntent(intentId)) return;
  if (await isWaiting(intentId)) sendLater(intentId, CLOCKS_APART_MS);
}

function sendClaimed(claim: Claim, prepared?: PreparedCheckout): Promise<Tried> {
  held.portalTries ??= new Set();
  const tries = held.portalTries;
  const trying = send(claim, prepared).finally(() => tries.delete(trying));
  tries.add(trying);
  return trying;
}

/** Resolves when no order is being sent by this process, however it was set off. */
export async function triesDone(): Promise<void> {
  await Promise.allSettled(held.portalTries ?? []);
}

async function send(claim: Claim, prepared?: PreparedCheckout): Promise<Tried> {
  const tried = await tryIntent(claim, sendableOf(prepared));
  const { intent } = tried;
  if (intent.state === "placed") await onPlaced(intent);
  if (intent.state === "pending" && intent.nextTryAt && tried.error) {
    sendLater(intent.id, Math.max(0, intent.nextTryAt.getTime() - Date.now()) + 50);
  }
  return tried;
}

function sendableOf(prepared?: PreparedCheckout): Sendable {
  return {
    prepare: (intent) =>
      asConfirmer(intent, (actor) => {
        if (intent.kind === "checkout") return prepareCheckoutRequest(actor, intent, prepared);
        if (intent.kind === "order") return prepareOrderRequest(actor, intent);
        return prepareChangeRequest(actor, intent);
      }),
    refusal: (intent, error) => asConfirmer(intent, (actor) => checkoutRefusal(actor, intent, error)),
  };
}

/** With the rights that the person who confirmed has now, and in their language. Throws AppError ORDER_NOT_ALLOWED. */
async function asConfirmer<T>(intent: OrderIntent, work: (actor: Actor) => Promise<T>): Promise<T> {
  const actor = await loadActor(intent.userId);
  const may = actor && mayActor(actor, "orders:place") && seesCustomer(actor, intent.customerId);
  if (!may) throw new AppError("ORDER_NOT_ALLOWED");
  return readingIn(pickLocale(intent.locale, null), () => actingAs(actor, () => work(actor)));
}

function logFailure(intentId: string) {
  return (err: unknown) =>
    log.error({ err, intentId, event: "intent-try-failed" }, "a try of an order failed");
}
