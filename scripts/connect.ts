import { createInterface } from "node:readline/promises";
import { Writable } from "node:stream";
import { parseArgs } from "node:util";
import { hash } from "@node-rs/argon2";
import { z } from "zod";
import { closeDatabase, getDb } from "@/lib/db/client";
import { accounts } from "@/lib/db/schema/accounts";
import { users } from "@/lib/db/schema/users";
import { connectIon, storeRefreshToken } from "@/lib/ion/connect";

// npm run connect: makes (or reconnects) a reseller account and its owner. Secrets are asked for, never arguments, so
// that they end up in no shell history and no process list. Stop a portal on the embedded database first.

const options = z.object({
  account: z.string().regex(/^\d{1,19}$/, "--account must be the digits of the Ion account"),
  name: z.string().trim().min(1, "--name must be the company's name"),
  owner: z.email("--owner must be an e-mail address"),
});

/** Takes what the terminal would echo. */
const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });

const terminal = createInterface({
  input: process.stdin,
  output: nowhere,
  terminal: process.stdin.isTTY ?? false,
});
// One after the other also when both come through a pipe at once.
const lines = terminal[Symbol.asyncIterator]();

async function askSecret(question: string): Promise<string> {
  process.stdout.write(question);
  const { value } = await lines.next();
  process.stdout.write("\n");
  return (value ?? "").trim();
}

const { values } = parseArgs({
  options: { account: { type: "string" }, name: { type: "string" }, owner: { type: "string" } },
});
const parsed = options.safeParse(values);
if (!parsed.success) {
  process.stderr.write(`${parsed.error.issues.map((issue) => issue.message).join("\n")}\n`);
  process.exit(1);
}

const { account: ionAccountId, name, owner } = parsed.data;
const refreshToken = await askSecret("Refresh token: ");
const password = await askSecret("Password for the owner (12 characters or more): ");
terminal.close();
if (password.length < 12) {
  process.stderr.write("The password must have 12 characters or more. Nothing was written.\n");
  process.exit(1);
}

const db = await getDb();
const [account] = await db
  .insert(accounts)
  .values({ name, ionAccountId })
  .onConflictDoUpdate({ target: accounts.ionAccountId, set: { name } })
  .returning();
if (!account) throw new Error("the account was not written");
await storeRefreshToken(account.id, refreshToken);
const passwordHash = await hash(password);
await db
  .insert(users)
  .values({ accountId: account.id, email: owner, name: owner, role: "owner", passwordHash })
  .onConflictDoNothing();
await (await connectIon(account.id)).customers.list({ pageSize: 1 });
process.stdout.write(`Connected to Ion account ${ionAccountId}. ${owner} can sign in.\n`);
await closeDatabase();
process.exit(0);
