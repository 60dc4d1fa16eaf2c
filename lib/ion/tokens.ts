import type { IonTokenCheck } from "./oauth";

/** What a store keeps for one reseller's Ion account. Times are ISO 8601 UTC. */
export interface StoredTokens {
  refreshToken: string;
  accessToken: string | null;
  accessExpiresAt: string | null;
  refreshExpiresAt: string | null;
  /** When the refresh token was issued; null when unknown, for example after a person pasted it. */
  rotatedAt: string | null;
  /** "lost": the refresh token is dead and a person has to paste a new one. */
  state: "ok" | "lost";
}

/** The right to spend the account's refresh token, as long as it lasts. */
export interface RotationLease {
  /** Asked right before each spending: false when the right has passed to another process meanwhile. */
  confirm(): Promise<boolean>;
}

/** Where tokens live. Shared by every process that uses the account. */
export interface TokenStore {
  /** Null when the account was never connected. */
  read(): Promise<StoredTokens | null>;
  /**
   * Runs `fn` while no other process rotates this account's token, with the tokens as they are then. Rejects when the
   * lock does not come within a bounded time.
   */
  withRotationLock<T>(fn: (current: StoredTokens | null, lease: RotationLease) => Promise<T>): Promise<T>;
  /**
   * Keeps a new pair durably, provided the store still holds the refresh token it came from. False when it does not:
   * somebody pasted new credentials meanwhile, and those win.
   */
  save(next: StoredTokens, replacedRefreshToken: string): Promise<boolean>;
  /** Keeps tokens that a person brought, whatever was there before. */
  replace(next: StoredTokens): Promise<void>;
  /** Marks the connection as lost, provided the store still holds that refresh token. */
  markLost(reason: string, refreshToken: string): Promise<void>;
  /** Drops an access token that Ion does not take any more, provided the store still holds that refresh token with it. */
  dropAccess(refreshToken: string): Promise<void>;
  /** Remembers why a renewal failed, for people to see, provided the store still holds that refresh token. */
  noteFailure(reason: string, refreshToken: string): Promise<void>;
}

/** What the transport needs of tokens. */
export interface AccessTokens {
  /** A living access token. Throws IonError "connection-lost" when there is none and none can be had. */
  getAccessToken(options?: { signal?: AbortSignal }): Promise<string>;
  /** Ion refused this token with 401: the next getAccessToken brings another one. */
  invalidate(token: string): void;
  /** Asks Ion whether this token is dead, for a 403 that may mean so. False when Ion does not say. */
  isDead(token: string, options?: { signal?: AbortSignal }): Promise<boolean>;
  /** Whether Ion takes the current access token and for how long. */
  check(options?: { signal?: AbortSignal }): Promise<IonTokenCheck | null>;
}

export interface TokenVault extends AccessTokens {
  /**
   * Rotates when the refresh token is older than this, so that 32 idle days never pass. True when it did, false when
   * there was no need or the connection is lost already. Throws IonError when it failed.
   */
  rotateIfOlderThan(maxAgeSeconds: number): Promise<boolean>;
  /**
   * Tries a refresh token that a person brought by spending it, and keeps the pair it gives in place of whatever was there.
   *
   * `isRight` is asked whether the new access token is this account's before anything is kept; it throws when not. "kept":
   * Ion could not be asked, and as the old token is dead anyway the new one waits to be tried. Throws IonError
   * "connection-lost" when Ion refuses the token, another kind when Ion could not be asked while the old one lives; nothing
   * is changed then.
   */
  adopt(refreshToken: string, isRight: (accessToken: string) => Promise<void>): Promise<"working" | "kept">;
}
