import "server-only";
import { eq, sql } from "drizzle-orm";
import { getDb } from "@/lib/db/client";
import { mirrorPlans } from "@/lib/db/schema/mirror";
import { fold } from "@/lib/fold";
import { highlightRanges } from "./highlight";
import type { Answer } from "./index/answer-question";
import { type CatalogIndex, NONE } from "./index/catalog-index";
import { matchOf } from "./index/matches";
import type { CatalogEntry, CatalogHit } from "./schemas";

/** A row of the list and the product of the index it is about. */
type Row = { product: number; entry: CatalogEntry };

/**
 * Adds to each row what it was found by where name and vendor do not show it: the name of a SKU, an id, the name of a
 * plan. Only ids and names of plans are read from the database, in one question for the whole page.
 */
export async function withHits(
  accountId: string,
  index: CatalogIndex,
  answer: Answer,
  rows: readonly Row[],
): Promise<CatalogEntry[]> {
  const words = answer.question.words.map(({ word }) => word);
  if (words.length === 0) return rows.map(({ entry }) => entry);
  const open: (Row & { rest: string[]; plan: number })[] = [];
  for (const row of rows) {
    const { entry, product } = row;
    const rest = missing(words, `${entry.name}\n${entry.vendor ?? ""}`);
    const afterId = add(entry, { words, rest }, { kind: "id", text: entry.id });
    const plan = matchingPlan(answer, product);
    const skuName = plan === undefined ? undefined : index.values.skuName[index.skuName[plan] ?? 0];
    const afterSku = skuName ? add(entry, { words, rest: afterId }, { kind: "sku", text: skuName }) : afterId;
    if (afterSku.length > 0 && plan !== undefined) open.push({ ...row, rest: afterSku, plan });
  }
  const texts = await readTexts(
    accountId,
    open.map(({ entry, plan }) => ({ productId: entry.id, position: index.position[plan] ?? 0 })),
  );
  for (const { entry, rest } of open) {
    let still = rest;
    for (const hit of texts.get(entry.id) ?? []) {
      if (still.length > 0) still = add(entry, { words, rest: still }, hit);
    }
  }
  return rows.map(({ entry }) => entry);
}

function matchingPlan({ matches }: Answer, product: number): number | undefined {
  const plan = matchOf(matches, product)?.named;
  return plan === NONE ? undefined : plan;
}

function missing(words: readonly string[], text: string): string[] {
  const folded = text.split("\n").map(fold).join("\n");
  return words.filter((word) => !folded.includes(word));
}

/**
 * Shows the text as a hit, with all words of the question marked, when it has one that is not shown yet (`rest`). Answers
 * with the words that are still to be shown.
 */
function add(
  entry: CatalogEntry,
  { words, rest }: { words: readonly string[]; rest: readonly string[] },
  hit: Omit<CatalogHit, "marks">,
): string[] {
  const still = missing(rest, hit.text);
  if (still.length < rest.length) entry.hits.push({ ...hit, marks: highlightRanges(hit.text, words) });
  return still;
}

async function readTexts(
  accountId: string,
  plans: readonly { productId: string; position: number }[],
): Promise<Map<string, Omit<CatalogHit, "marks">[]>> {
  if (plans.length === 0) return new Map();
  const db = await getDb();
  const rows = await db
    .select({
      productId: mirrorPlans.productId,
      planName: mirrorPlans.planName,
      mfgPartNumber: mirrorPlans.mfgPartNumber,
      skuId: mirrorPlans.skuId,
      vendorSkuId: mirrorPlans.vendorSkuId,
      vendorPlanId: mirrorPlans.vendorPlanId,
      planId: mirrorPlans.planId,
    })
    .from(mirrorPlans)
    .innerJoin(
      sql`unnest(${sql.param(plans.map(({ productId }) => productId))}::text[], ${sql.param(plans.map(({ position }) => position))}::int[]) as shown (product_id, position)`,
      sql`${mirrorPlans.productId} = shown.product_id and ${mirrorPlans.position} = shown.position`,
    )
    .where(eq(mirrorPlans.accountId, accountId));
  return new Map(
    rows.map(({ productId, planName, ...ids }) => [
      productId,
      [
        { kind: "plan" as const, text: planName },
        ...Object.values(ids).flatMap((id) => (id === null ? [] : [{ kind: "id" as const, text: id }])),
      ],
    ]),
  );
}
