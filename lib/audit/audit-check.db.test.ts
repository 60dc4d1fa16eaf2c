import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { closeDatabase } from "@/lib/db/client";
import { makeAccount } from "@/lib/db/testing/people";
import { recordAudit } from "./record";

// The embedded database belongs to one process at a time, and has to be in a folder for another one to find it.
const folder = mkdtempSync(path.join(tmpdir(), "portal-audit-"));
process.env.PORTAL_DATA_DIR = folder;
afterAll(async () => {
  await closeDatabase();
  rmSync(folder, { recursive: true, force: true });
});

async function auditCheck(...args: string[]) {
  await closeDatabase();
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ["--conditions=react-server", "--import", "tsx", "scripts/audit-check.ts", ...args],
    { encoding: "utf8" },
  );
  return { status, stdout, stderr };
}

test("the command prints the head, holds the chain against one printed earlier and exits 1 when it is not that chain", async () => {
  const account = await makeAccount();
  const record = () =>
    recordAudit(
      { accountId: account.id, userId: null },
      { action: "carts:create", resource: "customers/10/carts", outcome: "done" },
    );
  await record();
  await record();
  const first = await auditCheck("--account", account.ionAccountId);
  expect(first).toMatchObject({ status: 0, stderr: "" });
  const head = /unbroken, 2 rows, head (2:[0-9a-f]{64})\n/.exec(first.stdout)?.[1] ?? "";

  await record();
  expect(await auditCheck("--account", account.ionAccountId, "--head", head)).toMatchObject({ status: 0 });
  const other = `3:${"0".repeat(64)}`;
  const held = await auditCheck("--account", account.ionAccountId, "--head", other);
  expect(held).toMatchObject({
    status: 1,
    stdout: expect.stringContaining('BROKEN ({"kind":"rewritten","sequence":3'),
  });
}, 120_000);
