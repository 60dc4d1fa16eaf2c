import { previewTokenOf } from "../present/product";
import type { Database } from "../state/database";
import { type IssuedSecret, issuedSecrets } from "../state/issued-secrets";

const SECRET_NAME = /pass(word)?$|secret$|token$|access_?key$|private_?key$|api_?key$/i;
/** Of what the emulator holds, the tables whose documents go out in answers. */
const DOCUMENTS = ["products", "orders", "cart_items"] as const;

/**
 * All that a client has to keep to itself: tokens and passwords ever issued, and what stands in the documents that are
 * served (provider credentials of deployments, preview tokens, passwords among the attributes of orders and carts).
 */
export function listSecrets(db: Database): IssuedSecret[] {
  const found = new Map(issuedSecrets(db).map(({ kind, value }) => [value, kind]));
  for (const table of DOCUMENTS) {
    for (const { doc } of db.all<{ doc: string }>(`SELECT doc FROM ${table}`))
      collect(JSON.parse(doc), table, found);
  }
  for (const { product_id } of db.all<{ product_id: string }>("SELECT DISTINCT product_id FROM products")) {
    found.set(previewTokenOf(product_id), "preview token");
  }
  return [...found].map(([value, kind]) => ({ kind, value }));
}

function collect(value: unknown, table: string, found: Map<string, string>): void {
  if (Array.isArray(value)) {
    for (const item of value) collect(item, table, found);
    return;
  }
  if (typeof value !== "object" || value === null) return;
  const named = "name" in value && typeof value.name === "string" ? value.name : "";
  for (const [key, inner] of Object.entries(value)) {
    const name = key === "value" ? named : key;
    if (typeof inner === "string" && inner !== "" && SECRET_NAME.test(name)) {
      if (!found.has(inner)) found.set(inner, `${name} of ${table}`);
    } else collect(inner, table, found);
  }
}
