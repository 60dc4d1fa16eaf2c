import { parseArgs } from "node:util";
import { asc, eq } from "drizzle-orm";
import { z } from "zod";
import { openCheck } from "@/lib/audit/check-store";
import { runCheck } from "@/lib/audit/run-check";
import { closeDatabase, getDb } from "@/lib/db/client";
import { accounts } from "@/lib/db/schema/accounts";

// npm run audit-check [-- --account DIGITS] [-- --head SEQUENCE:HASH]: checks the audit logs of all accounts, or of one,
// and prints each chain's head, to be kept where the database's owner can't write. With --head the chain must still go
// through a head that was printed earlier. Exits 1 when a chain is broken. Stop a portal on the embedded database first.

const options = z
  .object({
    account: z
      .string()
      .regex(/^\d{1,19}$/, "--account must be the digits of the Ion account")
      .optional(),
    head: z
      .string()
      .regex(/^\d{1,15}:[0-9a-f]{64}$/, "--head must be SEQUENCE:HASH, as it was printed")
      .optional(),
  })
  .refine(({ account, head }) => account !== undefined || head === undefined, "--head needs --account");

const { values } = parseArgs({ options: { account: { type: "string" }, head: { type: "string" } } });
const parsed = options.safeParse(values);
if (!parsed.success) {
  process.stderr.write(`${parsed.error.issues.map((issue) => issue.message).join("\n")}\n`);
  process.exit(2);
}
const { account: ionAccountId, head } = parsed.data;
const [sequence = "", hash = ""] = head?.split(":") ?? [];
const anchors = head ? [{ sequence: Number(sequence), hash }] : [];

const db = await getDb();
const found = await db
  .select()
  .from(accounts)
  .where(ionAccountId ? eq(accounts.ionAccountId, ionAccountId) : undefined)
  .orderBy(asc(accounts.ionAccountId));
if (ionAccountId && found.length === 0) process.stderr.write(`There is no account ${ionAccountId}.\n`);
let unbroken = !ionAccountId || found.length > 0;
for (const account of found) {
  const name = `account ${account.ionAccountId}`;
  const check = await openCheck(account.id, { trigger: "command-line", requestedBy: null });
  if (!check) {
    process.stderr.write(`${name}: a check is under way already; try again when it is done.\n`);
    unbroken = false;
    continue;
  }
  const { rows, headSequence, headHash, finding } = await runCheck(check, { anchors });
  unbroken &&= finding === null;
  process.stdout.write(
    finding
      ? `${name}: BROKEN (${JSON.stringify(finding)}), ${rows} rows before it are as they were written\n`
      : `${name}: unbroken, ${rows} rows, head ${headSequence}:${headHash}\n`,
  );
}
await closeDatabase();
process.exit(unbroken ? 0 : 1);
