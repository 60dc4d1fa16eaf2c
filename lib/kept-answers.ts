import type { Actor } from "@/lib/auth/actor";

/** An answer, and until when (epoch milliseconds) it stays right by itself; null is until a row changes. */
export type Kept<Answer> = { answer: Answer; until: number | null };

/** What an answer depends on beside the person. */
export type AnswerKey = {
  /** Which kind of answer: `orders`, for example. */
  of: string;
  /** Of every mirror that the answer is read from; an answer from a mirror without a version is not kept. */
  versions: readonly (number | null)[];
  question: unknown;
};

/** Pages are larger than counts: a hundred of them take a few megabytes. */
const MOST = { counts: 500, pages: 100, frames: 500 };
type Store = keyof typeof MOST;

// On globalThis: route handlers and pages are separate bundles of one process and share what was asked.
const held = globalThis as typeof globalThis & { portalAnswers?: Record<Store, Map<string, Kept<unknown>>> };
held.portalAnswers ??= { counts: new Map(), pages: new Map(), frames: new Map() };
const stores = held.portalAnswers;

/**
 * Asks once what many look at: to count is to look at every row, and most people open the same few pages all day. The
 * answer to a question by one person, or by others who may see the same, is kept as long as the versions of its mirrors,
 * which each change to a row raises, stay the same.
 */
export async function askOnce<Answer>(
  store: Store,
  actor: Actor,
  { of, versions, question }: AnswerKey,
  ask: () => Promise<Kept<Answer>>,
): Promise<Kept<Answer>> {
  if (versions.includes(null)) return ask();
  const answers = stores[store];
  const customers = actor.customerIds === "all" ? "all" : [...actor.customerIds].sort();
  const key = JSON.stringify([actor.accountId, of, versions, customers, question]);
  const known = answers.get(key) as Kept<Answer> | undefined;
  if (known && (known.until === null || Date.now() < known.until)) return known;
  const answer = await ask();
  answers.delete(key);
  answers.set(key, answer);
  for (const oldest of answers.keys()) {
    if (answers.size <= MOST[store]) break;
    answers.delete(oldest);
  }
  return answer;
}

/**
 * Asks once for a part of what every page shows around itself. It is kept by the version that came with the actor, which a
 * change to any such part raises; for an actor without one (jobs, tests) it is asked for each time.
 */
export async function askInFrame<Answer>(
  actor: Actor,
  { of, question }: { of: string; question?: unknown },
  ask: () => Promise<Answer>,
): Promise<Answer> {
  const key = { of, versions: [actor.frameVersion ?? null], question };
  const { answer } = await askOnce("frames", actor, key, async () => ({ answer: await ask(), until: null }));
  return answer;
}
