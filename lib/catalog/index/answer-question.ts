import type { CatalogFilters, CatalogSort } from "../schemas";
import type { CatalogIndex } from "./catalog-index";
import { matchPlans } from "./match-plans";
import type { Matches } from "./matches";
import { nearestWords } from "./nearest-words";
import { orderProducts } from "./order-products";
import { type FindIds, lookUp, type ResolvedQuestion, resolveQuestion } from "./question";

/** What a question found, in no order yet. */
export type Answer = {
  question: ResolvedQuestion;
  matches: Matches;
  orders: Map<CatalogSort, Uint32Array>;
};

/** What is asked for; the order is not part of it. */
export type Question = Omit<CatalogFilters, "sort">;

const KEPT_ANSWERS = 8;
const MOST_SUGGESTIONS = 3;
/** So few products may mean that something else was meant. */
const HARDLY_ANY = 2;

/** The last answers of each index: the next page and another order of the same question need no new search. */
const kept = new WeakMap<CatalogIndex, Map<string, Answer>>();

/** Answers a question out of the index; `findIds` asks the database for ids. */
export async function answerQuestion(
  index: CatalogIndex,
  question: Question,
  findIds: FindIds,
): Promise<Answer> {
  const answers = kept.get(index) ?? new Map<string, Answer>();
  kept.set(index, answers);
  const key = JSON.stringify(question);
  const known = answers.get(key);
  const answer = known ?? (await search(index, question, findIds));
  answers.delete(key);
  answers.set(key, answer);
  // The question without any word or filter is asked more than any other, and stays.
  const oldest = [...answers.keys()].filter((one) => one !== UNFILTERED);
  if (oldest.length > KEPT_ANSWERS) answers.delete(oldest[0] ?? "");
  return answer;
}

const NO_FILTERS = { vendor: [], category: [], billing: [], term: [], currency: [], orderable: false };
const UNFILTERED = JSON.stringify({ q: "", literal: false, ...NO_FILTERS } satisfies Question);

async function search(index: CatalogIndex, question: Question, findIds: FindIds): Promise<Answer> {
  const resolved = await resolveQuestion(index, question, findIds);
  return { question: resolved, matches: matchPlans(index, resolved, question), orders: new Map() };
}

/** The products an answer found, in the order asked for. */
export function orderedProducts(index: CatalogIndex, answer: Answer, sort: CatalogSort): Uint32Array {
  const known = answer.orders.get(sort);
  if (known) return known;
  const ordered = orderProducts(index, answer.matches, sort);
  answer.orders.set(sort, ordered);
  return ordered;
}

/** How many products the words of an answer find whatever the filters say. */
export function totalWithoutFilters(index: CatalogIndex, { question }: Answer): number {
  return matchPlans(index, question, NO_FILTERS).total;
}

/**
 * Questions near to one that found nothing or next to nothing: with another word of the catalog in the place of one, or
 * without one of the words. Only such as find more, those that find most first.
 */
export function suggestQuestions(
  index: CatalogIndex,
  { question, matches }: Answer,
  filters: Question,
): { q: string; total: number }[] {
  const words = question.words.map(({ word }) => word);
  if (words.length === 0 || matches.total > HARDLY_ANY) return [];
  const others = words.flatMap((word, place) => [
    ...nearestWords(index, word, 1).map((nearest) => words.with(place, nearest)),
    ...(words.length > 1 && matches.total === 0 ? [words.toSpliced(place, 1)] : []),
  ]);
  const found = others.slice(0, 8).map((other) => {
    // What needs the database is left out: a suggestion is made of words the catalog has.
    const hits = other.map((word) => question.words.find((one) => one.word === word) ?? lookUp(index, word));
    const resolved = { words: hits, whole: other.join(" "), corrections: [], tooBroad: [] };
    return { q: resolved.whole, total: matchPlans(index, resolved, filters).total };
  });
  return found
    .filter(({ total }) => total > matches.total)
    .toSorted((one, other) => other.total - one.total)
    .slice(0, MOST_SUGGESTIONS);
}
