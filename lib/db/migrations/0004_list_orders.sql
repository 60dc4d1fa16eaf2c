-- Texts in the order people expect: without case and accents, what is empty last.
CREATE FUNCTION sort_text(value text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN
	coalesce(nullif(regexp_replace(lower(normalize(value, NFKD) COLLATE "C"), '[\u0300-\u036f]', '', 'g'), ''), U&'\+10FFFF') COLLATE "C";--> statement-breakpoint
-- What was mirrored before these columns were there is read again.
TRUNCATE "mirror_orders", "mirror_order_items";--> statement-breakpoint
DELETE FROM "mirror_state" WHERE "resource" = 'orders';--> statement-breakpoint
DROP INDEX "mirror_orders_created";--> statement-breakpoint
DROP INDEX "mirror_orders_updated";--> statement-breakpoint
DROP INDEX "mirror_orders_customer";--> statement-breakpoint
DROP INDEX "mirror_subscriptions_renews";--> statement-breakpoint
DROP INDEX "mirror_subscriptions_starts";--> statement-breakpoint
DROP INDEX "mirror_subscriptions_updated";--> statement-breakpoint
DROP INDEX "mirror_subscriptions_customer";--> statement-breakpoint
ALTER TABLE "mirror_orders" ADD COLUMN "phase" text NOT NULL;--> statement-breakpoint
ALTER TABLE "mirror_orders" ADD COLUMN "starts_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "mirror_orders" ADD COLUMN "attention" boolean NOT NULL;--> statement-breakpoint
ALTER TABLE "saved_views" ADD COLUMN "deleted_at" timestamp with time zone;--> statement-breakpoint
CREATE INDEX "mirror_customers_status" ON "mirror_customers" USING btree ("account_id","status","sort_name","id");--> statement-breakpoint
CREATE INDEX "mirror_customers_contact" ON "mirror_customers" USING btree ("account_id",sort_text("contact_name"),"id");--> statement-breakpoint
CREATE INDEX "mirror_customers_email" ON "mirror_customers" USING btree ("account_id",sort_text("email"),"id");--> statement-breakpoint
CREATE INDEX "mirror_customers_domain" ON "mirror_customers" USING btree ("account_id",sort_text("domain"),"id");--> statement-breakpoint
CREATE INDEX "mirror_customers_country" ON "mirror_customers" USING btree ("account_id",sort_text("country"),"id");--> statement-breakpoint
CREATE INDEX "mirror_customers_created" ON "mirror_customers" USING btree ("account_id",coalesce("created_at", '-infinity'::timestamptz),"id");--> statement-breakpoint
CREATE INDEX "mirror_customers_id" ON "mirror_customers" USING btree ("account_id",length("id"),"id");--> statement-breakpoint
CREATE INDEX "mirror_orders_title" ON "mirror_orders" USING btree ("account_id","sort_title","id");--> statement-breakpoint
CREATE INDEX "mirror_orders_seats" ON "mirror_orders" USING btree ("account_id",coalesce("seats", -1),"id");--> statement-breakpoint
CREATE INDEX "mirror_orders_total" ON "mirror_orders" USING btree ("account_id",coalesce("currency", ''),coalesce("total", '-infinity'::numeric),"id");--> statement-breakpoint
CREATE INDEX "mirror_orders_phase" ON "mirror_orders" USING btree ("account_id","phase",coalesce("starts_at", '-infinity'::timestamptz),"id");--> statement-breakpoint
CREATE INDEX "mirror_orders_id" ON "mirror_orders" USING btree ("account_id",length("id"),"id");--> statement-breakpoint
CREATE INDEX "mirror_subscriptions_provider" ON "mirror_subscriptions" USING btree ("account_id",sort_text("provider_name"),"id");--> statement-breakpoint
CREATE INDEX "mirror_subscriptions_seats" ON "mirror_subscriptions" USING btree ("account_id",coalesce("seats", -1),"id");--> statement-breakpoint
CREATE INDEX "mirror_subscriptions_price" ON "mirror_subscriptions" USING btree ("account_id",coalesce("currency", ''),coalesce("unit_price", '-infinity'::numeric),"id");--> statement-breakpoint
CREATE INDEX "mirror_subscriptions_status" ON "mirror_subscriptions" USING btree ("account_id",coalesce("status", ''),"id");--> statement-breakpoint
CREATE INDEX "mirror_subscriptions_term" ON "mirror_subscriptions" USING btree ("account_id",coalesce(("row"->'term'->>'count')::integer * case "row"->'term'->>'unit' when 'day' then 16 when 'week' then 112 when 'month' then 487 when 'year' then 5844 end, -1),"id");--> statement-breakpoint
CREATE INDEX "mirror_subscriptions_id" ON "mirror_subscriptions" USING btree ("account_id",length("id"),"id");--> statement-breakpoint
CREATE UNIQUE INDEX "saved_views_name" ON "saved_views" USING btree ("user_id","list",lower("name")) WHERE "saved_views"."deleted_at" is null;--> statement-breakpoint
CREATE INDEX "mirror_orders_created" ON "mirror_orders" USING btree ("account_id",coalesce("created_at", '-infinity'::timestamptz),"id");--> statement-breakpoint
CREATE INDEX "mirror_orders_updated" ON "mirror_orders" USING btree ("account_id",coalesce("updated_at", '-infinity'::timestamptz),"id");--> statement-breakpoint
CREATE INDEX "mirror_orders_customer" ON "mirror_orders" USING btree ("account_id","customer_id","id");--> statement-breakpoint
CREATE INDEX "mirror_subscriptions_renews" ON "mirror_subscriptions" USING btree ("account_id",coalesce(case when "auto_renew" is not false and "state" <> 'ended' then "renews_at" end, "ends_at", 'infinity'::timestamptz),"id");--> statement-breakpoint
CREATE INDEX "mirror_subscriptions_starts" ON "mirror_subscriptions" USING btree ("account_id",coalesce("starts_at", '-infinity'::timestamptz),"id");--> statement-breakpoint
CREATE INDEX "mirror_subscriptions_updated" ON "mirror_subscriptions" USING btree ("account_id",coalesce("updated_at", '-infinity'::timestamptz),"id");--> statement-breakpoint
CREATE INDEX "mirror_subscriptions_customer" ON "mirror_subscriptions" USING btree ("account_id","customer_id","id");