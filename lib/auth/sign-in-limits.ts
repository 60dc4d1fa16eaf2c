import "server-only";
import { createHash } from "node:crypto";
import { RateLimiterDrizzle, RateLimiterRes } from "rate-limiter-flexible";
import { getDb } from "@/lib/db/client";
import { signInAttempts } from "@/lib/db/schema/sign-in-attempts";

const WINDOW_SECONDS = 15 * 60;
const TRIES_PER_NAME = 10;
const TRIES_PER_ADDRESS = 100;

// Names are hashed: the table of attempts is no list of who signs in here.
const keyOf = (kind: "name" | "address", value: string) =>
  `${kind}:${createHash("sha256").update(value).digest("base64url").slice(0, 32)}`;

async function limiter(points: number) {
  return new RateLimiterDrizzle({
    storeClient: await getDb(),
    schema: signInAttempts,
    points,
    duration: WINDOW_SECONDS,
    keyPrefix: "sign-in",
    // Its clean-up timer would outlive the request; the next try on a key renews the row anyway.
    clearExpiredByTimeout: false,
  });
}

/** Counts a try for the name and for the network address, in the database so that all replicas share it. False: too many. */
export async function takeSignInAttempt(email: string, address: string): Promise<boolean> {
  try {
    await (await limiter(TRIES_PER_NAME)).consume(keyOf("name", email));
    await (await limiter(TRIES_PER_ADDRESS)).consume(keyOf("address", address));
    return true;
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes) return false;
    throw refusal;
  }
}

/** A right password wipes the name's wrong tries; the address keeps its count. */
export async function clearSignInAttempts(email: string): Promise<void> {
  await (await limiter(TRIES_PER_NAME)).delete(keyOf("name", email));
}
