import type { StoredTokens, TokenStore } from "../tokens";

/** A token store in memory, with a lock that works within the process; `history` lists what happened to it. */
export function createMemoryTokenStore(initial: Partial<StoredTokens> | null) {
  let held: StoredTokens | null = initial && {
    refreshToken: "refresh-0",
    accessToken: null,
    accessExpiresAt: null,
    refreshExpiresAt: null,
    rotatedAt: null,
    state: "ok",
    ...initial,
  };
  let queue: Promise<unknown> = Promise.resolve();
  const history: string[] = [];
  const lease = { holds: true };

  const store: TokenStore = {
    read: async () => held,
    withRotationLock: (fn) => {
      const turn = queue.then(() => fn(held, { confirm: async () => lease.holds }));
      queue = turn.catch(() => undefined);
      return turn;
    },
    save: async (next, replaced) => {
      if (held?.refreshToken !== replaced) return false;
      held = next;
      history.push(`saved ${next.refreshToken}`);
      return true;
    },
    replace: async (next) => {
      held = next;
      history.push(`replaced by ${next.refreshToken}`);
    },
    dropAccess: async (refreshToken) => {
      if (held?.refreshToken !== refreshToken) return;
      held = { ...held, accessToken: null, accessExpiresAt: null };
    },
    noteFailure: async (reason) => {
      history.push(`failed: ${reason}`);
    },
    markLost: async (_reason, refreshToken) => {
      if (!held || held.refreshToken !== refreshToken) return;
      held = { ...held, state: "lost" };
      history.push("lost");
    },
  };
  return {
    store,
    history,
    /** Set `holds` to false, and the lock has passed to another process. */
    lease,
    current: () => held,
    replace: (tokens: StoredTokens) => {
      held = tokens;
    },
  };
}
