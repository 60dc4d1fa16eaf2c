/** Goes up with every change of the tables, so that older data is refused with a sentence. */
export const SCHEMA_VERSION = 2;

/**
 * One table a kind of thing. `doc` holds the JSON that Ion would answer; the columns beside it are what lists filter
 * and sort by. Narrow columns come first, so that a scan never reads the documents.
 */
export const SCHEMA = `
CREATE TABLE IF NOT EXISTS meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS sequences (name TEXT PRIMARY KEY, last INTEGER NOT NULL) WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS tokens (
  token TEXT PRIMARY KEY, kind TEXT NOT NULL, account_id TEXT NOT NULL, pair TEXT NOT NULL,
  issued_at INTEGER NOT NULL, expires_at INTEGER NOT NULL, spent_at INTEGER) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS tokens_pair ON tokens (pair);

CREATE TABLE IF NOT EXISTS issued_secrets (value TEXT PRIMARY KEY, kind TEXT NOT NULL) WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS customers (
  customer_id INTEGER PRIMARY KEY, account_id TEXT NOT NULL, email TEXT NOT NULL, contact TEXT NOT NULL,
  organization TEXT NOT NULL, language TEXT NOT NULL, status TEXT NOT NULL, price_book TEXT NOT NULL, doc TEXT NOT NULL);
CREATE UNIQUE INDEX IF NOT EXISTS customers_email ON customers (account_id, email);
CREATE INDEX IF NOT EXISTS customers_account ON customers (account_id, customer_id);

CREATE TABLE IF NOT EXISTS tenants (
  customer_id INTEGER NOT NULL, provider_id INTEGER NOT NULL, tenant_id TEXT NOT NULL, domain TEXT NOT NULL,
  doc TEXT NOT NULL, PRIMARY KEY (customer_id, provider_id)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS tenants_domain ON tenants (domain);

CREATE TABLE IF NOT EXISTS products (
  seq INTEGER PRIMARY KEY, account_id TEXT NOT NULL, product_id TEXT NOT NULL, name TEXT NOT NULL,
  provider_id INTEGER, disabled INTEGER NOT NULL, doc TEXT NOT NULL);
CREATE UNIQUE INDEX IF NOT EXISTS products_id ON products (account_id, product_id);
CREATE INDEX IF NOT EXISTS products_listed ON products (account_id, seq, name, provider_id);
CREATE INDEX IF NOT EXISTS products_provider ON products (account_id, provider_id, seq, name);

CREATE TABLE IF NOT EXISTS skus (
  seq INTEGER NOT NULL, account_id TEXT NOT NULL, product_id TEXT NOT NULL, sku_id TEXT NOT NULL, name TEXT NOT NULL,
  external_id TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS skus_id ON skus (account_id, sku_id);
CREATE INDEX IF NOT EXISTS skus_external ON skus (account_id, external_id);
CREATE INDEX IF NOT EXISTS skus_name ON skus (account_id, name, seq);

CREATE TABLE IF NOT EXISTS add_ons (
  seq INTEGER NOT NULL, account_id TEXT NOT NULL, product_id TEXT NOT NULL, add_on_id TEXT NOT NULL, name TEXT NOT NULL,
  external_id TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS add_ons_account ON add_ons (account_id, add_on_id, name, external_id, seq);

CREATE TABLE IF NOT EXISTS plans (
  seq INTEGER NOT NULL, account_id TEXT NOT NULL, plan_id TEXT NOT NULL, product_id TEXT NOT NULL, sku_id TEXT NOT NULL,
  part_number TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS plans_id ON plans (account_id, plan_id);
CREATE INDEX IF NOT EXISTS plans_part_number ON plans (account_id, part_number);

CREATE TABLE IF NOT EXISTS product_categories (
  account_id TEXT NOT NULL, category TEXT NOT NULL, seq INTEGER NOT NULL, PRIMARY KEY (account_id, category, seq)
) WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS programs (
  account_id TEXT NOT NULL, product_id TEXT NOT NULL, program_id TEXT NOT NULL,
  PRIMARY KEY (account_id, product_id, program_id)) WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS carts (
  cart_id INTEGER PRIMARY KEY, customer_id INTEGER NOT NULL, status TEXT NOT NULL, expires_at INTEGER NOT NULL,
  doc TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS carts_customer ON carts (customer_id, status, cart_id);

CREATE TABLE IF NOT EXISTS cart_items (item_id INTEGER PRIMARY KEY, cart_id INTEGER NOT NULL, doc TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS cart_items_cart ON cart_items (cart_id, item_id);

CREATE TABLE IF NOT EXISTS orders (
  order_id INTEGER PRIMARY KEY, account_id TEXT NOT NULL, customer_id INTEGER NOT NULL, status TEXT NOT NULL,
  created_at INTEGER NOT NULL, updated_at INTEGER NOT NULL, reference_id TEXT NOT NULL, cart_id INTEGER,
  providers TEXT NOT NULL, next_at INTEGER, script TEXT NOT NULL, doc TEXT NOT NULL, catalog TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS orders_created ON orders (account_id, created_at, order_id, providers, customer_id, status);
CREATE INDEX IF NOT EXISTS orders_updated ON orders (account_id, updated_at, order_id, providers, customer_id, status);
CREATE INDEX IF NOT EXISTS orders_status ON orders (account_id, status, created_at, order_id);
CREATE INDEX IF NOT EXISTS orders_customer ON orders (customer_id, order_id);
CREATE INDEX IF NOT EXISTS orders_next ON orders (next_at) WHERE next_at IS NOT NULL;
CREATE INDEX IF NOT EXISTS orders_reference ON orders (account_id, reference_id);

CREATE TABLE IF NOT EXISTS subscriptions (
  id INTEGER PRIMARY KEY, account_id TEXT NOT NULL, customer_id INTEGER NOT NULL, vendor_id TEXT NOT NULL,
  provider_id INTEGER NOT NULL, status TEXT NOT NULL, name TEXT NOT NULL, customer_name TEXT NOT NULL,
  product_id TEXT NOT NULL, licences INTEGER NOT NULL, started_at INTEGER NOT NULL, ends_at INTEGER NOT NULL,
  renews_at INTEGER NOT NULL, updated_at INTEGER NOT NULL, billing_term TEXT NOT NULL, billing_cycle TEXT NOT NULL,
  provider_product TEXT NOT NULL, customer_po TEXT NOT NULL, reseller_po TEXT NOT NULL, resource_type TEXT NOT NULL,
  provider_name TEXT NOT NULL, partner_name TEXT NOT NULL, shuffle INTEGER NOT NULL, search TEXT NOT NULL, custom_key TEXT NOT NULL,
  custom_value TEXT NOT NULL, next_at INTEGER, scheduled TEXT,
  doc TEXT NOT NULL, detail TEXT NOT NULL);
CREATE UNIQUE INDEX IF NOT EXISTS subscriptions_vendor ON subscriptions (vendor_id);
CREATE INDEX IF NOT EXISTS subscriptions_account ON subscriptions (account_id, id);
CREATE INDEX IF NOT EXISTS subscriptions_customer ON subscriptions (customer_id, id);
CREATE INDEX IF NOT EXISTS subscriptions_status ON subscriptions (account_id, status, id);
CREATE INDEX IF NOT EXISTS subscriptions_provider ON subscriptions (account_id, provider_id, id);
CREATE INDEX IF NOT EXISTS subscriptions_product ON subscriptions (account_id, product_id, id);
CREATE INDEX IF NOT EXISTS subscriptions_name ON subscriptions (account_id, name, id);
CREATE INDEX IF NOT EXISTS subscriptions_customer_name ON subscriptions (account_id, customer_name, name, id);
CREATE INDEX IF NOT EXISTS subscriptions_started ON subscriptions (account_id, started_at, id);
CREATE INDEX IF NOT EXISTS subscriptions_ends ON subscriptions (account_id, ends_at, id);
CREATE INDEX IF NOT EXISTS subscriptions_renews ON subscriptions (account_id, renews_at, id);
CREATE INDEX IF NOT EXISTS subscriptions_updated ON subscriptions (account_id, updated_at, id);
CREATE INDEX IF NOT EXISTS subscriptions_licences ON subscriptions (account_id, licences, id);
CREATE INDEX IF NOT EXISTS subscriptions_shuffle ON subscriptions (account_id, shuffle);
CREATE INDEX IF NOT EXISTS subscriptions_custom ON subscriptions (account_id, custom_key, custom_value, id);
CREATE VIRTUAL TABLE IF NOT EXISTS subscription_words USING fts5(search, content='', contentless_delete=1, tokenize='trigram');
CREATE INDEX IF NOT EXISTS subscriptions_facets ON subscriptions (account_id, shuffle, search, billing_term, billing_cycle,
  provider_product, customer_po, reseller_po, resource_type, provider_name, partner_name, name, customer_name, licences,
  status, provider_id);
CREATE INDEX IF NOT EXISTS subscriptions_next ON subscriptions (next_at) WHERE next_at IS NOT NULL;
`;

/** What a reset empties: everything but the tokens, the list of issued secrets and the clock. Ids start over, so that the same seed gives the same ids. */
export const SEEDED_TABLES = [
  "customers",
  "tenants",
  "products",
  "skus",
  "add_ons",
  "plans",
  "product_categories",
  "programs",
  "carts",
  "cart_items",
  "orders",
  "subscriptions",
  "sequences",
] as const;
