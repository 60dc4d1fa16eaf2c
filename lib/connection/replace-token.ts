import "server-only";
import type { z } from "zod";
import { audited } from "@/lib/audit/audited";
import type { Actor } from "@/lib/auth/actor";
import { requirePermission } from "@/lib/auth/require-permission";
import { AppError } from "@/lib/errors";
import { serverTexts } from "@/lib/i18n/server-texts";
import { adoptRefreshToken } from "@/lib/ion/connect";
import { checkConnection } from "@/lib/ion/connection-check";
import { isIonError } from "@/lib/ion/errors";
import type { replaceTokenInput } from "./connection-inputs";
import { readConnectionDetails } from "./get-connection-details";
import type { ConnectionDetails } from "./schemas";

/**
 * Takes a refresh token that a person brought from Ion's portal. It is spent at once, so that it is known to work, and its
 * pair is stored in place of the old one; a token that Ion does not take, or that is another account's, changes nothing.
 * When Ion can't be asked it is kept only if the old one is dead anyway: `tried` is then false.
 *
 * Throws AppError INVALID_INPUT with a text at `refreshToken`. The token is never logged and never sent back.
 */
export async function replaceToken(
  input: z.output<typeof replaceTokenInput>,
): Promise<{ tried: boolean; details: ConnectionDetails }> {
  const actor = await requirePermission("connection:manage");
  const entry = { action: "connection:replace-token", resource: "connection" };
  const outcome = await audited(actor, entry, () => adopt(actor, input.refreshToken));
  // So that the page, and everybody's banner, show at once how Ion answers now.
  if (outcome === "working") await checkConnection(actor.accountId).catch(() => undefined);
  return { tried: outcome === "working", details: await readConnectionDetails(actor.accountId) };
}

async function adopt(actor: Actor, refreshToken: string): Promise<"working" | "kept"> {
  try {
    return await adoptRefreshToken(actor.accountId, refreshToken);
  } catch (error) {
    if (!isIonError(error)) throw error;
    const t = await serverTexts("connection");
    const { ionAccountId } = await readConnectionDetails(actor.accountId);
    const sentence = isIonError(error, "connection-lost")
      ? t("refused.token")
      : isIonError(error, "forbidden")
        ? t("refused.account", { account: ionAccountId })
        : t("refused.notTried");
    throw new AppError("INVALID_INPUT", { fieldErrors: { refreshToken: [sentence] }, cause: error });
  }
}
