"use server";

import { type ActionResult, runAction } from "@/lib/action";
import { noInput, replaceTokenInput } from "@/lib/connection/connection-inputs";
import { renewConnection } from "@/lib/connection/renew-connection";
import { replaceToken } from "@/lib/connection/replace-token";
import type { ConnectionDetails } from "@/lib/connection/schemas";
import { testConnection } from "@/lib/connection/test-connection";

/** Asks Ion whether the connection works. */
export async function testConnectionAction(): Promise<ActionResult<ConnectionDetails>> {
  return runAction(noInput, {}, testConnection);
}

/** Trades the account's tokens for new ones now. */
export async function renewConnectionAction(): Promise<ActionResult<ConnectionDetails>> {
  return runAction(noInput, {}, renewConnection);
}

/** Takes a refresh token that a person brought. */
export async function replaceTokenAction(
  raw: unknown,
): Promise<ActionResult<{ tried: boolean; details: ConnectionDetails }>> {
  return runAction(replaceTokenInput, raw, replaceToken);
}
