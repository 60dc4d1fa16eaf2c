import { decode, getToken } from "next-auth/jwt";

type Session = { userId: string; expiresAtMs: number };

/** Each page asks several times who is there, and to open the same sealed cookie costs a millisecond each time. */
const opened = new Map<string, Session>();
const MOST = 1_000;

/**
 * The user's id out of the session cookie; undefined without a valid one. It says who signed in, not what they may do: the
 * database is asked for that. Kept by the cookie's whole text, never beyond the time sealed in it.
 */
export async function readSessionToken(
  cookies: readonly { name: string; value: string }[],
  secret: string,
): Promise<string | undefined> {
  const byName = Object.fromEntries(cookies.map(({ name, value }) => [name, value]));
  const req = { cookies: byName, headers: {} } as unknown as Parameters<typeof getToken>[0]["req"];
  const token = await getToken({ req, secret, raw: true });
  if (!token) return undefined;
  const known = opened.get(token);
  if (known) {
    if (known.expiresAtMs > Date.now()) return known.userId;
    opened.delete(token);
    return undefined;
  }
  const session = await open(token, secret);
  if (!session) return undefined;
  const oldest = opened.size >= MOST ? opened.keys().next().value : undefined;
  if (oldest !== undefined) opened.delete(oldest);
  opened.set(token, session);
  return session.userId;
}

async function open(token: string, secret: string): Promise<Session | undefined> {
  try {
    const payload = await decode({ token, secret });
    if (!payload?.sub || typeof payload.exp !== "number") return undefined;
    return { userId: payload.sub, expiresAtMs: payload.exp * 1000 };
  } catch {
    // Tampered with, or sealed with another secret.
    return undefined;
  }
}
