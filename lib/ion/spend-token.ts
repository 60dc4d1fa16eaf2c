import { IonError, isIonError } from "./errors";
import type { IonOAuth, IssuedTokens } from "./oauth";
import type { RotationLease } from "./tokens";

/**
 * Trades a refresh token for a new pair: one call, and one more with the same token when its answer was lost. Success then
 * means that the first call never landed, a refusal that it did and the new token went down with the answer
 * (CONTRACT.md section 1). The lease is confirmed before each call, so that a process that was held up does not spend what
 * another one is spending.
 *
 * Throws IonError: "connection-lost" when Ion refuses the token, "unavailable" when the lease has passed on, otherwise as
 * `IonOAuth.refresh`.
 */
export async function spendGuarded(
  oauth: IonOAuth,
  refreshToken: string,
  lease: RotationLease,
): Promise<IssuedTokens> {
  await requireLease(lease);
  try {
    return await oauth.refresh(refreshToken);
  } catch (error) {
    if (!isIonError(error, "outcome-unknown")) throw error;
    await requireLease(lease);
    return oauth.refresh(refreshToken).catch((again: unknown) => {
      if (!isIonError(again, "connection-lost")) throw again;
      const message = "Ion spent the refresh token, and its answer with the new one was lost.";
      throw new IonError("connection-lost", { ...again.info, message }, again);
    });
  }
}

async function requireLease(lease: RotationLease): Promise<void> {
  if (await lease.confirm()) return;
  throw new IonError("unavailable", {
    operation: "oauth.token",
    method: "POST",
    path: "/oauth/token",
    sent: "no",
    message: "another process took over the token rotation",
  });
}
