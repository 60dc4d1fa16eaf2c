import type { Actor } from "@/lib/auth/actor";
import { type AnswerKey, askOnce, type Kept } from "@/lib/kept-answers";
import type { KeysetPage } from "./keyset-page";

type Question = { cursor?: string | undefined; sort: string; limit: number };

/** What a page is put together from. */
type Parts<Row, Counts> = { rows: () => Promise<KeysetPage<Row>>; count: () => Promise<Kept<Counts>> };

const NOT_COUNTED = { total: null, unfilteredTotal: null, facets: null };

/**
 * One page of a list. The one that it begins with has the exact counts, too, and is kept until something changes; in
 * another order the counts stay the same ones. `prepare` is called only when something has to be read. Throws AppError
 * INVALID_INPUT with the field `cursor` for a cursor that is not this list's.
 */
export async function readListPage<Row, Counts>(
  actor: Actor,
  { question, ...of }: AnswerKey & { question: Question },
  prepare: () => Promise<Parts<Row, Counts>>,
): Promise<KeysetPage<Row> & (Counts | typeof NOT_COUNTED)> {
  const { cursor, sort, limit, ...counted } = question;
  if (cursor !== undefined) return { ...(await (await prepare()).rows()), ...NOT_COUNTED };
  const { answer } = await askOnce("pages", actor, { ...of, question }, async () => {
    const { rows, count } = await prepare();
    const [page, counts] = await Promise.all([
      rows(),
      askOnce("counts", actor, { ...of, question: counted }, count),
    ]);
    return { answer: { ...page, ...counts.answer }, until: counts.until };
  });
  return answer;
}
