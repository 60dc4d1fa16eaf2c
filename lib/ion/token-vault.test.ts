import { describe, expect, it, vi } from "vitest";
import { IonError, type IonErrorKind } from "./errors";
import type { IonOAuth, IssuedTokens } from "./oauth";
import { createMemoryTokenStore } from "./testing/memory-token-store";
import { createTokenVault, type RotationEvent } from "./token-vault";
import type { StoredTokens } from "./tokens";

const START = Date.parse("2026-03-01T12:00:00Z");
const HOURS = 3_600_000;

/** An Ion whose refresh tokens work once: `refresh-n` gives `refresh-(n+1)` and `access-(n+1)`. */
function ionWith(first = "refresh-0") {
  let living = first;
  const calls: string[] = [];
  /** What happens to the next calls instead of an answer: after the token was spent, or before. */
  const faults: ("lost-after" | "lost-before" | "refused")[] = [];

  function issue(): IssuedTokens {
    const next = Number(living.split("-")[1]) + 1;
    living = `refresh-${next}`;
    return { refreshToken: living, accessToken: `access-${next}`, expiresInSeconds: 7_200 };
  }

  const oauth: IonOAuth = {
    refresh: async (token) => {
      calls.push(token);
      await Promise.resolve();
      const fault = faults.shift();
      if (fault === "lost-before") throw failure("outcome-unknown");
      if (fault === "refused" || token !== living) throw failure("connection-lost");
      const issued = issue();
      if (fault === "lost-after") throw failure("outcome-unknown");
      return issued;
    },
    validateAccess: async (token) =>
      token === "dead" ? null : { accessExpiresInSeconds: 1, refreshExpiresInSeconds: 1 },
  };
  return { oauth, calls, faults };
}

function failure(kind: IonErrorKind): IonError {
  return new IonError(kind, {
    operation: "oauth.token",
    method: "POST",
    path: "/oauth/token",
    sent: "maybe",
    message: "E4",
  });
}

function setUp(stored: Partial<StoredTokens> | null = {}) {
  const clock = { now: START };
  const memory = createMemoryTokenStore(stored);
  const ion = ionWith();
  const open = () => createTokenVault({ store: memory.store, oauth: ion.oauth, clock: () => clock.now });
  return { clock, memory, ion, open, vault: open() };
}

function at(offsetMs: number): string {
  return new Date(START + offsetMs).toISOString();
}

describe("getAccessToken", () => {
  it("spends the refresh token once for fifty callers at the same time", async () => {
    const { vault, ion } = setUp();
    const tokens = await Promise.all(Array.from({ length: 50 }, () => vault.getAccessToken()));
    expect(new Set(tokens)).toEqual(new Set(["access-1"]));
    expect(ion.calls).toEqual(["refresh-0"]);
  });

  it("spends it once for two processes that share a store", async () => {
    const { open, ion } = setUp();
    const [one, two] = [open(), open()];
    const tokens = await Promise.all([one.getAccessToken(), two.getAccessToken(), one.getAccessToken()]);
    expect(new Set(tokens)).toEqual(new Set(["access-1"]));
    expect(ion.calls).toEqual(["refresh-0"]);
  });

  it("hands the access token out only after the new refresh token is stored", async () => {
    const { vault, memory } = setUp();
    const save = vi.spyOn(memory.store, "save");
    const token = vault.getAccessToken();
    await vi.waitFor(() => expect(save).toHaveBeenCalled());
    expect(await token).toBe("access-1");
    expect(memory.current()).toMatchObject({
      refreshToken: "refresh-1",
      accessToken: "access-1",
      state: "ok",
    });
  });

  it("uses a stored access token without asking Ion", async () => {
    const { vault, ion } = setUp({ accessToken: "stored", accessExpiresAt: at(HOURS) });
    expect(await vault.getAccessToken()).toBe("stored");
    expect(ion.calls).toEqual([]);
  });

  it("rotates 90 seconds before the access token ends", async () => {
    const { vault, ion, clock } = setUp({ accessToken: "stored", accessExpiresAt: at(HOURS) });
    clock.now = START + HOURS - 91_000;
    expect(await vault.getAccessToken()).toBe("stored");
    clock.now = START + HOURS - 89_000;
    expect(await vault.getAccessToken()).toBe("access-1");
    expect(ion.calls).toEqual(["refresh-0"]);
  });

  it("says that an account without credentials is not connected", async () => {
    const { vault } = setUp(null);
    await expect(vault.getAccessToken()).rejects.toMatchObject({ kind: "connection-lost" });
  });

  it("lets a caller that gives up leave without stopping the rotation for the others", async () => {
    const { vault, ion } = setUp();
    const controller = new AbortController();
    const impatient = vault.getAccessToken({ signal: controller.signal });
    const patient = vault.getAccessToken();
    controller.abort(new Error("gone"));
    await expect(impatient).rejects.toThrow("gone");
    expect(await patient).toBe("access-1");
    expect(ion.calls).toEqual(["refresh-0"]);
  });
});

describe("a lost answer of /oauth/token", () => {
  it("is tried once more with the same token, which works when the first call never landed", async () => {
    const { vault, ion } = setUp();
    ion.faults.push("lost-before");
    expect(await vault.getAccessToken()).toBe("access-1");
    expect(ion.calls).toEqual(["refresh-0", "refresh-0"]);
  });

  it("means a lost connection when the second try is refused", async () => {
    const { vault, ion, memory } = setUp();
    ion.faults.push("lost-after");
    await expect(vault.getAccessToken()).rejects.toMatchObject({ kind: "connection-lost" });
    expect(memory.current()?.state).toBe("lost");
    expect(ion.calls).toHaveLength(2);
  });

  it("is not tried a third time, and marks nothing while Ion does not refuse", async () => {
    const { vault, ion, memory } = setUp();
    ion.faults.push("lost-before", "lost-before");
    await expect(vault.getAccessToken()).rejects.toMatchObject({ kind: "outcome-unknown" });
    expect(ion.calls).toHaveLength(2);
    expect(memory.current()?.state).toBe("ok");
    expect(await vault.getAccessToken()).toBe("access-1");
  });
});

describe("a dead refresh token", () => {
  it("marks the connection as lost and is not tried again", async () => {
    const { vault, ion, memory } = setUp({ refreshToken: "refresh-spent" });
    await expect(vault.getAccessToken()).rejects.toMatchObject({ kind: "connection-lost" });
    await expect(vault.getAccessToken()).rejects.toMatchObject({ kind: "connection-lost" });
    expect(ion.calls).toEqual(["refresh-spent"]);
    expect(memory.history).toEqual(["lost"]);
  });

  it("leaves the living access token in use to its very end", async () => {
    const { vault, clock } = setUp({
      refreshToken: "refresh-spent",
      accessToken: "stored",
      accessExpiresAt: at(HOURS),
    });
    clock.now = START + HOURS - 10_000;
    expect(await vault.getAccessToken()).toBe("stored");
    clock.now = START + HOURS - 1;
    expect(await vault.getAccessToken()).toBe("stored");
    clock.now = START + HOURS;
    await expect(vault.getAccessToken()).rejects.toMatchObject({ kind: "connection-lost" });
  });

  it("leaves no access token behind that Ion refuses although its time is not over", async () => {
    const { vault, memory } = setUp({
      refreshToken: "refresh-spent",
      accessToken: "stored",
      accessExpiresAt: at(HOURS),
    });
    vault.invalidate("stored");
    await expect(vault.getAccessToken()).rejects.toMatchObject({ kind: "connection-lost" });
    expect(memory.current()).toMatchObject({ state: "lost", accessToken: null, accessExpiresAt: null });
  });

  it("is forgotten as soon as a person pasted a new one", async () => {
    const { vault, memory } = setUp({ state: "lost", refreshToken: "refresh-spent" });
    await expect(vault.getAccessToken()).rejects.toMatchObject({ kind: "connection-lost" });
    memory.replace({ ...fresh("refresh-0") });
    expect(await vault.getAccessToken()).toBe("access-1");
  });
});

describe("a store that cannot write", () => {
  it("keeps the new token unused until it is stored, and stores it first next time instead of spending another", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    try {
      const { vault, ion, memory } = setUp();
      const save = vi.spyOn(memory.store, "save").mockRejectedValue(new Error("disk full"));
      const first = vault.getAccessToken();
      const refused = expect(first).rejects.toThrow("disk full");
      await vi.runAllTimersAsync();
      await refused;
      save.mockRestore();
      expect(await vault.getAccessToken()).toBe("access-1");
      expect(ion.calls).toEqual(["refresh-0"]);
      expect(memory.current()?.refreshToken).toBe("refresh-1");
    } finally {
      vi.useRealTimers();
    }
  });

  it("lets credentials win that a person pasted during the rotation", async () => {
    const { vault, memory, ion } = setUp();
    const pasted = { ...fresh("refresh-9"), accessToken: "access-9", accessExpiresAt: at(HOURS) };
    const refresh = ion.oauth.refresh;
    ion.oauth.refresh = async (token) => {
      const issued = await refresh(token);
      memory.replace(pasted);
      return issued;
    };
    expect(await vault.getAccessToken()).toBe("access-9");
    expect(memory.current()?.refreshToken).toBe("refresh-9");
  });
});

describe("invalidate", () => {
  it("brings one new token for many callers that were refused the same one", async () => {
    const { vault, ion } = setUp({ accessToken: "stored", accessExpiresAt: at(HOURS) });
    const tokens = await Promise.all(
      Array.from({ length: 20 }, async () => {
        const token = await vault.getAccessToken();
        if (token === "stored") vault.invalidate(token);
        return vault.getAccessToken();
      }),
    );
    expect(new Set(tokens)).toEqual(new Set(["access-1"]));
    expect(ion.calls).toEqual(["refresh-0"]);
  });

  it("takes the token another process got meanwhile instead of spending one more", async () => {
    const { vault, open, ion } = setUp({ accessToken: "stored", accessExpiresAt: at(HOURS) });
    const other = open();
    await vault.getAccessToken();
    other.invalidate("stored");
    expect(await other.getAccessToken()).toBe("access-1");
    vault.invalidate("stored");
    expect(await vault.getAccessToken()).toBe("access-1");
    expect(ion.calls).toEqual(["refresh-0"]);
  });
});

describe("isDead", () => {
  it("is true only when Ion says so", async () => {
    const { vault, ion } = setUp();
    expect(await vault.isDead("dead")).toBe(true);
    expect(await vault.isDead("living")).toBe(false);
    ion.oauth.validateAccess = async () => {
      throw failure("unavailable");
    };
    expect(await vault.isDead("dead")).toBe(false);
  });
});

describe("rotateIfOlderThan", () => {
  const WEEK = 7 * 24 * 3_600;

  it("rotates an idle token and leaves a young one", async () => {
    const { vault, ion, clock } = setUp({
      accessToken: "stored",
      accessExpiresAt: at(HOURS),
      rotatedAt: at(0),
    });
    expect(await vault.rotateIfOlderThan(WEEK)).toBe(false);
    clock.now = START + (WEEK + 1) * 1000;
    expect(await vault.rotateIfOlderThan(WEEK)).toBe(true);
    expect(await vault.rotateIfOlderThan(WEEK)).toBe(false);
    expect(ion.calls).toEqual(["refresh-0"]);
  });

  it("rotates a pasted token of unknown age although its access token lives", async () => {
    const { vault, ion } = setUp({ accessToken: "stored", accessExpiresAt: at(HOURS) });
    expect(await vault.rotateIfOlderThan(WEEK)).toBe(true);
    expect(ion.calls).toEqual(["refresh-0"]);
  });

  it("does nothing to a lost connection", async () => {
    const { vault, ion } = setUp({ state: "lost" });
    expect(await vault.rotateIfOlderThan(WEEK)).toBe(false);
    expect(ion.calls).toEqual([]);
  });
});

describe("renewal in the background", () => {
  const MINUTES = 60_000;

  it("begins a quarter of an hour before the access token ends, and nobody waits for it", async () => {
    const { vault, ion, clock, memory } = setUp({ accessToken: "stored", accessExpiresAt: at(HOURS) });
    clock.now = START + HOURS - 16 * MINUTES;
    expect(await vault.getAccessToken()).toBe("stored");
    expect(await vault.getAccessToken()).toBe("stored");
    expect(ion.calls).toEqual([]);
    clock.now = START + HOURS - 14 * MINUTES;
    expect(await vault.getAccessToken()).toBe("stored");
    await vi.waitFor(() => expect(memory.current()?.accessToken).toBe("access-1"));
    expect(await vault.getAccessToken()).toBe("access-1");
    expect(ion.calls).toEqual(["refresh-0"]);
  });

  it("that fails costs nobody anything, is noted, and is tried again after a minute, not before", async () => {
    const { vault, ion, clock, memory } = setUp({ accessToken: "stored", accessExpiresAt: at(HOURS) });
    ion.faults.push("lost-before", "lost-before");
    await vault.getAccessToken();
    clock.now = START + HOURS - 10 * MINUTES;
    expect(await vault.getAccessToken()).toBe("stored");
    await vi.waitFor(() => expect(memory.history).toEqual(["failed: E4"]));
    expect(await vault.getAccessToken()).toBe("stored");
    expect(ion.calls).toHaveLength(2);
    clock.now += MINUTES + 1;
    expect(await vault.getAccessToken()).toBe("stored");
    await vi.waitFor(() => expect(memory.current()?.accessToken).toBe("access-1"));
    expect(ion.calls).toHaveLength(3);
  });

  it("is not done again by a process that finds another one's work", async () => {
    const { open, ion, clock } = setUp({ accessToken: "stored", accessExpiresAt: at(HOURS) });
    const [one, two] = [open(), open()];
    await Promise.all([one.getAccessToken(), two.getAccessToken()]);
    clock.now = START + HOURS - 14 * MINUTES;
    await one.getAccessToken();
    await vi.waitFor(async () => expect(await one.getAccessToken()).toBe("access-1"));
    await two.getAccessToken();
    await vi.waitFor(async () => expect(await two.getAccessToken()).toBe("access-1"));
    expect(ion.calls).toEqual(["refresh-0"]);
  });
});

describe("a lease that passed to another process", () => {
  it("spends nothing", async () => {
    const { vault, ion, memory } = setUp();
    memory.lease.holds = false;
    await expect(vault.getAccessToken()).rejects.toMatchObject({ kind: "unavailable", info: { sent: "no" } });
    expect(ion.calls).toEqual([]);
    expect(memory.current()?.state).toBe("ok");
  });

  it("ends the guarded retry, too", async () => {
    const { vault, ion, memory } = setUp();
    ion.faults.push("lost-after");
    const refresh = ion.oauth.refresh;
    ion.oauth.refresh = (token) => {
      memory.lease.holds = false;
      return refresh(token);
    };
    await expect(vault.getAccessToken()).rejects.toMatchObject({ kind: "unavailable" });
    expect(ion.calls).toHaveLength(1);
  });

  it("speaks of no loss when the process that held it before stored what it was answered", async () => {
    const { vault, ion, memory } = setUp({ refreshToken: "refresh-spent" });
    const late = { ...fresh("refresh-7"), accessToken: "access-7", accessExpiresAt: at(HOURS) };
    const refresh = ion.oauth.refresh;
    ion.oauth.refresh = (token) => {
      memory.replace(late);
      return refresh(token);
    };
    expect(await vault.getAccessToken()).toBe("access-7");
    expect(memory.history).toEqual([]);
    expect(memory.current()).toEqual(late);
  });
});

describe("adopt", () => {
  const anyToken = async () => undefined;

  it("spends a pasted token at once and keeps its pair in place of the old one", async () => {
    const { vault, ion, memory } = setUp({ refreshToken: "refresh-old", accessToken: "old" });
    const asked: string[] = [];
    expect(
      await vault.adopt("refresh-0", async (token) => {
        asked.push(token);
      }),
    ).toBe("working");
    expect(asked).toEqual(["access-1"]);
    expect(memory.current()).toMatchObject({
      refreshToken: "refresh-1",
      accessToken: "access-1",
      state: "ok",
    });
    expect(await vault.getAccessToken()).toBe("access-1");
    expect(ion.calls).toEqual(["refresh-0"]);
  });

  it("brings a lost connection back", async () => {
    const { vault, memory } = setUp({ state: "lost", refreshToken: "refresh-spent" });
    await expect(vault.getAccessToken()).rejects.toMatchObject({ kind: "connection-lost" });
    await vault.adopt("refresh-0", anyToken);
    expect(await vault.getAccessToken()).toBe("access-1");
    expect(memory.current()?.state).toBe("ok");
  });

  it.each(["ok", "lost"] as const)(
    "changes nothing when Ion refuses it, the old one being %s",
    async (state) => {
      const { vault, memory } = setUp({ state, refreshToken: "refresh-old" });
      const before = memory.current();
      await expect(vault.adopt("refresh-wrong", anyToken)).rejects.toMatchObject({ kind: "connection-lost" });
      expect(memory.current()).toEqual(before);
      expect(memory.history).toEqual([]);
    },
  );

  it("changes nothing when the token is another account's", async () => {
    const { vault, memory } = setUp({ state: "lost", refreshToken: "refresh-old" });
    const notOurs = async () => Promise.reject(failure("forbidden"));
    await expect(vault.adopt("refresh-0", notOurs)).rejects.toMatchObject({ kind: "forbidden" });
    expect(memory.current()).toMatchObject({ state: "lost", refreshToken: "refresh-old" });
  });

  it("keeps it untried when Ion can't be asked and the old one is dead, and only then", async () => {
    const dead = setUp({ state: "lost", refreshToken: "refresh-spent" });
    dead.ion.faults.push("lost-before", "lost-before");
    expect(await dead.vault.adopt("refresh-0", anyToken)).toBe("kept");
    expect(await dead.vault.getAccessToken()).toBe("access-1");

    const living = setUp({ refreshToken: "refresh-old" });
    living.ion.faults.push("lost-before", "lost-before");
    await expect(living.vault.adopt("refresh-0", anyToken)).rejects.toMatchObject({
      kind: "outcome-unknown",
    });
    expect(living.memory.current()?.refreshToken).toBe("refresh-old");
  });

  it("goes on with the living access token when the new refresh token could not be tried", async () => {
    const { vault, open, ion } = setUp({
      state: "lost",
      refreshToken: "refresh-spent",
      accessToken: "access-old",
      accessExpiresAt: at(HOURS),
    });
    ion.faults.push("lost-before", "lost-before");
    expect(await vault.adopt("refresh-0", anyToken)).toBe("kept");
    ion.faults.push("lost-before", "lost-before");
    expect(await open().getAccessToken()).toBe("access-old");
  });
});

describe("what a renewal tells", () => {
  it("is one event each, without a token in it", async () => {
    const events: RotationEvent[] = [];
    const { memory, ion } = setUp();
    const onRotation = (event: RotationEvent) => events.push(event);
    const open = () =>
      createTokenVault({ store: memory.store, oauth: ion.oauth, clock: () => START, onRotation });
    await open().getAccessToken();
    memory.replace(fresh("refresh-spent"));
    await expect(open().getAccessToken()).rejects.toThrow();
    expect(events.map(({ outcome }) => outcome)).toEqual(["rotated", "lost"]);
    expect(JSON.stringify(events)).not.toMatch(/refresh-|access-/);
  });

  it("is a failure to whoever asked for the renewal itself, although the old access token lives", async () => {
    const { vault, ion } = setUp({ accessToken: "stored", accessExpiresAt: at(HOURS) });
    ion.faults.push("lost-before", "lost-before");
    await expect(vault.rotateIfOlderThan(1)).rejects.toMatchObject({ kind: "outcome-unknown" });
    expect(await vault.getAccessToken()).toBe("stored");
  });
});

function fresh(refreshToken: string): StoredTokens {
  return {
    refreshToken,
    accessToken: null,
    accessExpiresAt: null,
    refreshExpiresAt: null,
    rotatedAt: null,
    state: "ok",
  };
}
