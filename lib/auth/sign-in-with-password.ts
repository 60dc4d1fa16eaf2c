import "server-only";
import { verify } from "@node-rs/argon2";
import { sql } from "drizzle-orm";
import { z } from "zod";
import { recordAudit } from "@/lib/audit/record";
import { getDb } from "@/lib/db/client";
import { users } from "@/lib/db/schema/users";
import { AppError } from "@/lib/errors";
import { later } from "@/lib/later";
import { log } from "@/lib/log";
import { loadActor } from "./load-actor";
import { clearSignInAttempts, takeSignInAttempt } from "./sign-in-limits";

const credentialsSchema = z.object({
  email: z.string().trim().toLowerCase().max(254),
  password: z.string().min(1).max(1024),
});

/**
 * Hash of a password nobody has. Verifying against it makes an unknown name take as long as a wrong password, so the
 * time of the answer does not tell which addresses exist.
 */
const NOBODYS_HASH =
  "$argon2id$v=19$m=19456,t=2,p=1$voIU/XgIbiTgjKdwcp/g4w$O23mgEohmRj+IwXGXSLkS7RpQibp6DjDxWvkjjVhFoM";

/**
 * The next-auth `authorize` step: the user's id, or null for a wrong name, a wrong password and a disabled user alike.
 *
 * Throws AppError TOO_MANY_ATTEMPTS after too many wrong tries for one name or from one address.
 */
export async function signInWithPassword(
  credentials: unknown,
  headers: Record<string, unknown> = {},
): Promise<{ id: string } | null> {
  const parsed = credentialsSchema.safeParse(credentials);
  if (!parsed.success) return null;
  const { email, password } = parsed.data;
  const address =
    String(headers["x-forwarded-for"] ?? "")
      .split(",")[0]
      ?.trim() || "direct";
  if (!(await takeSignInAttempt(email, address))) throw new AppError("TOO_MANY_ATTEMPTS");

  const db = await getDb();
  const [user] = await db.select().from(users).where(sql`lower(${users.email}) = ${email}`);
  const matches = await verify(user?.passwordHash ?? NOBODYS_HASH, password).catch(() => false);
  const actor = user && matches ? await loadActor(user.id) : undefined;
  if (!actor) {
    log.info({ event: "sign-in-refused", known: Boolean(user) }, "sign-in refused");
    // Not waited for: the time of the answer must not tell whether there is such a person.
    if (user) later("refused-sign-in-not-audited", () => recordRefusal(user));
    return null;
  }
  await clearSignInAttempts(email);
  await recordAudit(actor, { action: "session:sign-in", resource: `users/${actor.userId}`, outcome: "done" });
  return { id: actor.userId };
}

/** Nobody is signed in, so the entry has no person: whom it was tried for is its resource. */
async function recordRefusal({ id, accountId }: { id: string; accountId: string }): Promise<void> {
  await recordAudit(
    { accountId, userId: null },
    { action: "session:sign-in", resource: `users/${id}`, outcome: "refused" },
  );
}
