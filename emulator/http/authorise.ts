import type { Emulator } from "../emulator";
import { errorForStatus, permissionDenied, unauthenticated } from "../errors";
import { findToken } from "../state/tokens";

/**
 * The account that a bearer token speaks for.
 * @throws IonError 401 (by variant 403) for a missing, unknown or expired token.
 */
export function authorise(emulator: Emulator, header: (name: string) => string | undefined): string {
  const either = emulator.variants.is("auth-header", "either");
  const value = header("authorization") ?? (either ? header("authentication") : undefined) ?? "";
  const token = /^Bearer\s+(\S+)$/i.exec(value)?.[1];
  const row = token === undefined ? undefined : findToken(emulator.db, "access", token, emulator.clock.now());
  if (row) return row.account_id;
  throw emulator.variants.is("bad-token", "403")
    ? errorForStatus(403, "permission denied to access accounts/10001")
    : unauthenticated();
}

/** @throws IonError 403 when the path names an account that the token does not speak for. */
export function requireAccountInPath(pathname: string, accountId: string): void {
  const named = /^\/api\/v3\/accounts\/([^/]+)/.exec(pathname)?.[1];
  if (named !== undefined && named !== accountId) throw permissionDenied(decodeURIComponent(named));
}
