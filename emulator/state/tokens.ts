import { newToken } from "../ids";
import type { Database } from "./database";
import { rememberSecret } from "./issued-secrets";

/** Lifetimes in seconds, CONTRACT.md section 1. */
export const ACCESS_LIFETIME_SECONDS = 7_200;
export const REFRESH_LIFETIME_SECONDS = 32 * 86_400;

export type TokenRow = {
  token: string;
  kind: "access" | "refresh";
  account_id: string;
  pair: string;
  issued_at: number;
  expires_at: number;
  spent_at: number | null;
};

function insertToken(
  db: Database,
  kind: TokenRow["kind"],
  accountId: string,
  pair: string,
  nowMs: number,
): string {
  const token = newToken();
  rememberSecret(db, `${kind} token`, token);
  const lifetime = kind === "access" ? ACCESS_LIFETIME_SECONDS : REFRESH_LIFETIME_SECONDS;
  db.run(
    "INSERT INTO tokens (token, kind, account_id, pair, issued_at, expires_at) VALUES (?, ?, ?, ?, ?, ?)",
    token,
    kind,
    accountId,
    pair,
    nowMs,
    nowMs + lifetime * 1000,
  );
  return token;
}

/** What "Request New Credentials" gives in Ion's portal: a refresh token that works once. */
export function issueRefreshToken(db: Database, accountId: string, nowMs: number): string {
  return insertToken(db, "refresh", accountId, newToken(), nowMs);
}

/** A living token of this kind, or undefined. */
export function findToken(
  db: Database,
  kind: TokenRow["kind"],
  token: string,
  nowMs: number,
): TokenRow | undefined {
  const row = db.get<TokenRow>("SELECT * FROM tokens WHERE token = ? AND kind = ?", token, kind);
  if (!row || row.spent_at !== null || row.expires_at <= nowMs) return undefined;
  return row;
}

/**
 * Spends a refresh token and issues the next pair.
 * @returns undefined when the token is unknown, spent or expired.
 */
export function rotate(
  db: Database,
  refreshToken: string,
  nowMs: number,
  killAccess: boolean,
): { accessToken: string; refreshToken: string } | undefined {
  const old = findToken(db, "refresh", refreshToken, nowMs);
  if (!old) return undefined;
  db.run("UPDATE tokens SET spent_at = ? WHERE token = ?", nowMs, old.token);
  if (killAccess)
    db.run("UPDATE tokens SET spent_at = ? WHERE pair = ? AND kind = 'access'", nowMs, old.pair);
  db.run("DELETE FROM tokens WHERE expires_at < ?", nowMs - 32 * 86_400_000);
  const pair = newToken();
  return {
    accessToken: insertToken(db, "access", old.account_id, pair, nowMs),
    refreshToken: insertToken(db, "refresh", old.account_id, pair, nowMs),
  };
}

/** Makes an account's living tokens of the given kinds useless, as if somebody had spent or withdrawn them. Returns how many. */
export function revokeTokens(
  db: Database,
  accountId: string,
  kinds: readonly TokenRow["kind"][],
  nowMs: number,
): number {
  let revoked = 0;
  for (const kind of kinds) {
    revoked += findLiving(db, accountId, kind, nowMs).length;
    db.run(
      "UPDATE tokens SET spent_at = ? WHERE account_id = ? AND kind = ? AND spent_at IS NULL AND expires_at > ?",
      nowMs,
      accountId,
      kind,
      nowMs,
    );
  }
  return revoked;
}

function findLiving(db: Database, accountId: string, kind: TokenRow["kind"], nowMs: number): TokenRow[] {
  return db.all<TokenRow>(
    "SELECT * FROM tokens WHERE account_id = ? AND kind = ? AND spent_at IS NULL AND expires_at > ?",
    accountId,
    kind,
    nowMs,
  );
}

/** The other token of the pair, to answer how long the refresh token of an access token lives, and the reverse. */
export function findPartner(db: Database, row: TokenRow): TokenRow | undefined {
  return db.get<TokenRow>("SELECT * FROM tokens WHERE pair = ? AND kind <> ?", row.pair, row.kind);
}

export function listTokens(db: Database): TokenRow[] {
  return db.all<TokenRow>("SELECT * FROM tokens ORDER BY issued_at DESC, kind LIMIT 500");
}
