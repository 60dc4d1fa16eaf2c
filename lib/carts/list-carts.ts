import "server-only";
import pLimit from "p-limit";
import { requirePermission } from "@/lib/auth/require-permission";
import { customerNames } from "@/lib/customers/customer-names";
import { fold } from "@/lib/fold";
import { connectIon } from "@/lib/ion/connect";
import { CARTS_PAGE_SIZE, type ListCartsQuery } from "./inputs";
import { pageOfKnownCarts } from "./known-carts";
import { readCartRow } from "./read-cart-row";
import type { CartPage } from "./schemas";

const AT_ONCE = 8;

/**
 * Carts in progress of all the customers this person may see, last touched first. The portal knows which there are, Ion
 * what is in them: each one is read live, and one that has ended meanwhile is left out.
 */
export async function listCarts(query: ListCartsQuery): Promise<CartPage> {
  const actor = await requirePermission("carts:read", query.customerId);
  const names = await customerNames();
  const text = query.q.trim();
  const { carts, total } = await pageOfKnownCarts(
    actor,
    { limit: CARTS_PAGE_SIZE, offset: query.cursor, customerId: query.customerId },
    text === "" ? undefined : { text, customerIds: matching(names, text) },
  );
  const ion = await connectIon(actor.accountId);
  const limit = pLimit(AT_ONCE);
  const rows = await Promise.all(
    carts.map((known) =>
      limit(() =>
        readCartRow(
          { actor, ion, customerId: known.customerId },
          known,
          names.get(known.customerId) ?? known.customerId,
        ),
      ),
    ),
  );
  const inProgress = rows.filter((row) => row !== null);
  const next = query.cursor + carts.length;
  return {
    rows: inProgress,
    total: total - (rows.length - inProgress.length),
    nextCursor: next < total ? next : null,
    asOf: new Date().toISOString(),
  };
}

function matching(names: ReadonlyMap<string, string>, text: string): string[] {
  const wanted = fold(text);
  return [...names].filter(([, name]) => fold(name).includes(wanted)).map(([id]) => id);
}
