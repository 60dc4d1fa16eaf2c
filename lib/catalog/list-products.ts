import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { requirePermission } from "@/lib/auth/require-permission";
import { foldedWords } from "@/lib/fold";
import { type CursorKey, type CursorScope, readCursor, writeCursor } from "@/lib/lists/cursor";
import { readFreshness } from "@/lib/mirror/read-freshness";
import { withHits } from "./catalog-hits";
import { toEntry, toFacets } from "./catalog-page";
import {
  type Answer,
  answerQuestion,
  orderedProducts,
  type Question,
  suggestQuestions,
  totalWithoutFilters,
} from "./index/answer-question";
import type { CatalogIndex } from "./index/catalog-index";
import { findIds } from "./index/find-ids";
import { catalogIndex } from "./index/keep-index";
import { keyOf, placeAfter } from "./index/order-products";
import {
  type CatalogFilters,
  type CatalogPage,
  type CatalogQuery,
  type CatalogSummary,
  FACETS,
} from "./schemas";

/**
 * One page of the catalog out of the mirror: searched, filtered, sorted, with exact totals, facet counts and the time the
 * mirror is from. Prices are the account's own; a customer's are on the product. While the mirror is being filled for the
 * first time (`freshness.asOf` is null) the answer is about the part that is there. Asks Ion nothing. Throws AppError
 * INVALID_INPUT for a cursor that is not of this list.
 */
export async function listProducts(query: CatalogQuery): Promise<CatalogPage> {
  const actor = await requirePermission("catalog:read");
  const key = query.cursor ? readCursor(scopeOf(actor, query), query.cursor) : undefined;
  const [index, freshness] = await Promise.all([
    catalogIndex(actor.accountId),
    readFreshness(actor, "products"),
  ]);
  const page =
    query.q === "" && !key
      ? await beginningOf(index, query, () => readPage(actor, index, query, undefined))
      : await readPage(actor, index, query, key);
  return { ...page, freshness };
}

type Page = Omit<CatalogPage, "freshness">;

/** How many beginnings are kept of one index: without words there are only orders and filters to choose from. */
const MOST_BEGINNINGS = 50;
const beginnings = new WeakMap<CatalogIndex, Map<string, Page>>();

/** The first page of a list that nobody searches: read once for each state of the index, which is made anew by a change. */
async function beginningOf(
  index: CatalogIndex,
  query: CatalogQuery,
  read: () => Promise<Page>,
): Promise<Page> {
  const kept = beginnings.get(index) ?? new Map<string, Page>();
  beginnings.set(index, kept);
  const question = JSON.stringify(query);
  const page = kept.get(question) ?? (await read());
  // What was asked for last stays longest.
  kept.delete(question);
  kept.set(question, page);
  if (kept.size > MOST_BEGINNINGS) kept.delete(kept.keys().next().value ?? "");
  return page;
}

function scopeOf(actor: Actor, { sort }: CatalogQuery): CursorScope {
  return { accountId: actor.accountId, list: "catalog", sort };
}

async function readPage(
  actor: Actor,
  index: CatalogIndex,
  query: CatalogQuery,
  key: CursorKey | undefined,
): Promise<Page> {
  const scope = scopeOf(actor, query);
  const answer = await askIndex(actor, index, query);
  const ordered = orderedProducts(index, answer, query.sort);
  const start = key ? placeAfter(index, answer.matches, { ordered, sort: query.sort }, key) : 0;
  const shown = ordered.subarray(start, start + query.limit);
  const rows = Array.from(shown, (product) => ({ product, entry: toEntry(index, answer, product) }));
  const last = start + shown.length < ordered.length ? shown.at(-1) : undefined;
  return {
    rows: await withHits(actor.accountId, index, answer, rows),
    total: key ? null : answer.matches.total,
    nextCursor:
      last === undefined ? null : writeCursor(scope, keyOf(index, answer.matches, query.sort, last)),
    summary: key ? null : summaryOf(index, { answer, query }),
  };
}

/** Answers the question of a list, whatever page and order of it is wanted. */
export async function askIndex(actor: Actor, index: CatalogIndex, query: CatalogFilters): Promise<Answer> {
  return answerQuestion(index, questionOf(query), (fragment, whole) =>
    findIds(actor.accountId, index, { fragment, whole }),
  );
}

function questionOf(query: CatalogFilters): Question {
  const { literal, vendor, category, billing, term, currency, orderable } = query;
  return { q: foldedWords(query.q).join(" "), literal, vendor, category, billing, term, currency, orderable };
}

function summaryOf(
  index: CatalogIndex,
  { answer, query }: { answer: Answer; query: CatalogQuery },
): CatalogSummary {
  const { matches, question } = answer;
  const filtered = query.orderable || FACETS.some((facet) => query[facet].length > 0);
  return {
    catalogTotal: index.productCount,
    planTotal: matches.planTotal,
    orderableCount: matches.orderableCount,
    facets: toFacets(index, matches, query),
    searched: question.whole,
    corrections: [...question.corrections],
    suggestions: suggestQuestions(index, answer, questionOf(query)),
    tooBroad: [...question.tooBroad],
    withoutFilters: filtered && matches.total === 0 ? totalWithoutFilters(index, answer) : null,
  };
}
