// One process that rotates an account's tokens as fast as it may, until it is killed: lib/ion's vault over the portal's
// database, and nothing else of the portal. Says on stdout what it does, a JSON line a step, before the step goes on, so
// that a kill at any moment leaves behind how far it was. Run by scripts/chaos/drills/token-rotations.ts.
import { writeSync } from "node:fs";
import { getDb } from "@/lib/db/client";
import { accounts } from "@/lib/db/schema/accounts";
import { env } from "@/lib/env";
import { createIonClient } from "@/lib/ion/client";
import { createDbTokenStore } from "@/lib/ion/db-token-store";
import { isIonError } from "@/lib/ion/errors";
import { createIonOAuth, type IonOAuth } from "@/lib/ion/oauth";
import { createTokenVault } from "@/lib/ion/token-vault";
import type { TokenStore } from "@/lib/ion/tokens";
import { tokenName } from "./token-name";

const READ_PAUSE_MS = 20;

function say(line: { step: string; token?: string; next?: string; error?: string }): void {
  writeSync(1, `${JSON.stringify(line)}\n`);
}

const { ION_BASE_URL: baseUrl, ENCRYPTION_KEYS: keys } = env();
const db = await getDb();
const [account] = await db.select().from(accounts).limit(1);
if (!account) throw new Error("there is no account");
// Shorter than a portal's, so that a process that was killed holds the others up for seconds only.
const stored = createDbTokenStore({ db: getDb, accountId: account.id, keys, leaseSeconds: 6 });
const real = createIonOAuth({ baseUrl, timeoutMs: 2_000 });

const oauth: IonOAuth = {
  ...real,
  async refresh(refreshToken, options) {
    say({ step: "asking", token: tokenName(refreshToken) });
    const issued = await real.refresh(refreshToken, options);
    say({ step: "received", token: tokenName(refreshToken), next: tokenName(issued.refreshToken) });
    return issued;
  },
};
const store: TokenStore = {
  ...stored,
  async save(next, replaced) {
    const saved = await stored.save(next, replaced);
    if (saved) say({ step: "stored", token: tokenName(replaced), next: tokenName(next.refreshToken) });
    return saved;
  },
};
const vault = createTokenVault({ store, oauth });
const client = createIonClient({ baseUrl, accountId: account.ionAccountId, tokens: vault });
const failureOf = (error: unknown) => (isIonError(error) ? error.kind : String(error));

say({ step: "ready" });
for (;;) {
  await vault.rotateIfOlderThan(0).then(
    (rotated) => say({ step: rotated ? "rotated" : "idle" }),
    (error: unknown) => say({ step: "failed", error: failureOf(error) }),
  );
  // What a page would do: with the connection lost, it goes on with the access token that lives.
  await client.customers.readPage({ pageSize: 1 }).then(
    () => say({ step: "read" }),
    (error: unknown) => say({ step: "unread", error: failureOf(error) }),
  );
  await new Promise((resolve) => setTimeout(resolve, READ_PAUSE_MS * Math.random()));
}
