import { hash } from "@node-rs/argon2";
import { eq } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { getDb } from "@/lib/db/client";
import { auditLog } from "@/lib/db/schema/audit";
import { users } from "@/lib/db/schema/users";
import { makeAccount, makePerson } from "@/lib/db/testing/people";
import { laterDone } from "@/lib/later";
import type { Actor } from "./actor";
import { signInWithPassword } from "./sign-in-with-password";

const PASSWORD = "right-password-1";
let person: Actor;

beforeAll(async () => {
  person = await makePerson((await makeAccount()).id, "admin");
  const db = await getDb();
  const passwordHash = await hash(PASSWORD);
  await db.update(users).set({ passwordHash }).where(eq(users.id, person.userId));
});

async function entries() {
  await laterDone();
  const db = await getDb();
  return db
    .select()
    .from(auditLog)
    .where(eq(auditLog.accountId, person.accountId))
    .orderBy(auditLog.sequence);
}

test("a sign-in is on record, and a refused one without the person, the address or the password", async () => {
  expect(await signInWithPassword({ email: person.email, password: "wrong-password-1" })).toBeNull();
  expect(await signInWithPassword({ email: person.email, password: PASSWORD })).toEqual({
    id: person.userId,
  });
  expect(await signInWithPassword({ email: "nobody@example.com", password: PASSWORD })).toBeNull();
  const found = await entries();
  expect(found).toMatchObject([
    { userId: null, action: "session:sign-in", resource: `users/${person.userId}`, outcome: "refused" },
    { userId: person.userId, action: "session:sign-in", outcome: "done" },
  ]);
  const text = JSON.stringify(found, (_key, value) => (typeof value === "bigint" ? String(value) : value));
  expect(text).not.toContain("password-1");
  expect(text).not.toContain(person.email);
});

test("somebody who was disabled is refused on record, too", async () => {
  const db = await getDb();
  await db.update(users).set({ disabledAt: new Date() }).where(eq(users.id, person.userId));
  const before = (await entries()).length;
  expect(await signInWithPassword({ email: person.email, password: PASSWORD })).toBeNull();
  expect((await entries()).slice(before)).toMatchObject([{ userId: null, outcome: "refused" }]);
});
