-- Fragments of ids and names are found by trigram indexes.
CREATE EXTENSION IF NOT EXISTS pg_trgm;--> statement-breakpoint
CREATE TABLE "mirror_customers" (
	"account_id" uuid NOT NULL,
	"id" text COLLATE "C" NOT NULL,
	"hash" text NOT NULL,
	"read_at" timestamp with time zone NOT NULL,
	"missed_passes" smallint DEFAULT 0 NOT NULL,
	"raw" jsonb NOT NULL,
	"organization" text NOT NULL,
	"sort_name" text COLLATE "C" NOT NULL,
	"contact_name" text,
	"email" text,
	"domain" text,
	"country" text,
	"status" text NOT NULL,
	"created_at" timestamp with time zone,
	"updated_at" timestamp with time zone,
	"search" text NOT NULL,
	CONSTRAINT "mirror_customers_account_id_id_pk" PRIMARY KEY("account_id","id")
);
--> statement-breakpoint
CREATE TABLE "mirror_labels" (
	"account_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"id" text NOT NULL,
	"name" text NOT NULL,
	CONSTRAINT "mirror_labels_account_id_kind_id_pk" PRIMARY KEY("account_id","kind","id")
);
--> statement-breakpoint
CREATE TABLE "mirror_order_items" (
	"account_id" uuid NOT NULL,
	"order_id" text COLLATE "C" NOT NULL,
	"position" integer NOT NULL,
	"action" text,
	"product_id" text,
	"sku_id" text,
	"plan_id" text,
	"name" text,
	"quantity" integer,
	"price" numeric,
	"cost" numeric,
	"sub_total" numeric,
	"currency" text,
	"status" text,
	"resource_id" text,
	CONSTRAINT "mirror_order_items_account_id_order_id_position_pk" PRIMARY KEY("account_id","order_id","position")
);
--> statement-breakpoint
CREATE TABLE "mirror_orders" (
	"account_id" uuid NOT NULL,
	"id" text COLLATE "C" NOT NULL,
	"hash" text NOT NULL,
	"read_at" timestamp with time zone NOT NULL,
	"missed_passes" smallint DEFAULT 0 NOT NULL,
	"raw" jsonb NOT NULL,
	"customer_id" text NOT NULL,
	"row" jsonb NOT NULL,
	"title" text,
	"sort_title" text COLLATE "C" NOT NULL,
	"status" text,
	"state" text NOT NULL,
	"kind" text NOT NULL,
	"seats" integer,
	"total" numeric,
	"currency" text,
	"cart_id" text,
	"reference_id" text,
	"created_at" timestamp with time zone,
	"updated_at" timestamp with time zone,
	"search" text NOT NULL,
	CONSTRAINT "mirror_orders_account_id_id_pk" PRIMARY KEY("account_id","id")
);
--> statement-breakpoint
CREATE TABLE "mirror_plans" (
	"account_id" uuid NOT NULL,
	"product_id" text COLLATE "C" NOT NULL,
	"position" integer NOT NULL,
	"sku_id" text NOT NULL,
	"plan_id" text NOT NULL,
	"sku_name" text NOT NULL,
	"plan_name" text NOT NULL,
	"mfg_part_number" text,
	"vendor_sku_id" text,
	"vendor_plan_id" text,
	"ids" text NOT NULL,
	"billing" text NOT NULL,
	"unit" text NOT NULL,
	"term" text,
	"currency" text,
	"price" numeric,
	"cost" numeric,
	"yearly" numeric,
	"usage_based" boolean NOT NULL,
	"not_orderable" text,
	CONSTRAINT "mirror_plans_account_id_product_id_position_pk" PRIMARY KEY("account_id","product_id","position")
);
--> statement-breakpoint
CREATE TABLE "mirror_products" (
	"account_id" uuid NOT NULL,
	"id" text COLLATE "C" NOT NULL,
	"hash" text NOT NULL,
	"read_at" timestamp with time zone NOT NULL,
	"missed_passes" smallint DEFAULT 0 NOT NULL,
	"raw" jsonb NOT NULL,
	"name" text NOT NULL,
	"sort_name" text COLLATE "C" NOT NULL,
	"vendor" text,
	"provider_id" text,
	"category_ids" text[] NOT NULL,
	"caption" text,
	"keywords" text[] NOT NULL,
	"disabled" boolean NOT NULL,
	"updated_at" timestamp with time zone,
	CONSTRAINT "mirror_products_account_id_id_pk" PRIMARY KEY("account_id","id")
);
--> statement-breakpoint
CREATE TABLE "mirror_state" (
	"account_id" uuid NOT NULL,
	"resource" text NOT NULL,
	"full_at" timestamp with time zone,
	"synced_at" timestamp with time zone,
	"version" bigint DEFAULT 0 NOT NULL,
	"watermark" timestamp with time zone,
	"lease_owner" text,
	"lease_until" timestamp with time zone,
	CONSTRAINT "mirror_state_account_id_resource_pk" PRIMARY KEY("account_id","resource")
);
--> statement-breakpoint
CREATE TABLE "mirror_subscriptions" (
	"account_id" uuid NOT NULL,
	"id" text COLLATE "C" NOT NULL,
	"hash" text NOT NULL,
	"read_at" timestamp with time zone NOT NULL,
	"missed_passes" smallint DEFAULT 0 NOT NULL,
	"raw" jsonb NOT NULL,
	"customer_id" text,
	"row" jsonb NOT NULL,
	"vendor_subscription_id" text,
	"name" text NOT NULL,
	"sort_name" text COLLATE "C" NOT NULL,
	"provider_id" text,
	"provider_name" text,
	"product_id" text,
	"sku_id" text,
	"plan_id" text,
	"seats" integer,
	"status" text,
	"state" text NOT NULL,
	"is_trial" boolean NOT NULL,
	"billing_type" text,
	"billing_cycle" text,
	"unit_price" numeric,
	"cost" numeric,
	"currency" text,
	"auto_renew" boolean,
	"starts_at" timestamp with time zone,
	"ends_at" timestamp with time zone,
	"renews_at" timestamp with time zone,
	"cancellable_until" timestamp with time zone,
	"updated_at" timestamp with time zone,
	"search" text NOT NULL,
	CONSTRAINT "mirror_subscriptions_account_id_id_pk" PRIMARY KEY("account_id","id")
);
--> statement-breakpoint
CREATE TABLE "subscription_snapshots" (
	"account_id" uuid NOT NULL,
	"subscription_id" text COLLATE "C" NOT NULL,
	"day" date NOT NULL,
	"customer_id" text,
	"seats" integer,
	"unit_price" numeric,
	"cost" numeric,
	"currency" text,
	"status" text,
	CONSTRAINT "subscription_snapshots_account_id_subscription_id_day_pk" PRIMARY KEY("account_id","subscription_id","day")
);
--> statement-breakpoint
CREATE TABLE "saved_views" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"account_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"list" text NOT NULL,
	"name" text NOT NULL,
	"shared" boolean DEFAULT false NOT NULL,
	"pinned" boolean DEFAULT false NOT NULL,
	"position" integer DEFAULT 0 NOT NULL,
	"search" jsonb NOT NULL,
	"columns" jsonb,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sync_run_pages" (
	"run_id" uuid NOT NULL,
	"page" integer NOT NULL,
	"ids" text[] NOT NULL,
	CONSTRAINT "sync_run_pages_run_id_page_pk" PRIMARY KEY("run_id","page")
);
--> statement-breakpoint
CREATE TABLE "sync_runs" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"account_id" uuid NOT NULL,
	"resource" text NOT NULL,
	"kind" text NOT NULL,
	"trigger" text NOT NULL,
	"requested_by" uuid,
	"state" text NOT NULL,
	"started_at" timestamp with time zone DEFAULT now() NOT NULL,
	"progress_at" timestamp with time zone DEFAULT now() NOT NULL,
	"finished_at" timestamp with time zone,
	"checkpoint" text,
	"pages" integer DEFAULT 0 NOT NULL,
	"rows" integer DEFAULT 0 NOT NULL,
	"expected" integer,
	"inserted" integer DEFAULT 0 NOT NULL,
	"updated" integer DEFAULT 0 NOT NULL,
	"unchanged" integer DEFAULT 0 NOT NULL,
	"missing" integer DEFAULT 0 NOT NULL,
	"removed" integer DEFAULT 0 NOT NULL,
	"skipped_count" integer DEFAULT 0 NOT NULL,
	"skipped" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"database_ms" integer DEFAULT 0 NOT NULL,
	"ion_ms" integer DEFAULT 0 NOT NULL,
	"difference" jsonb,
	"decided_by" uuid,
	"decided_at" timestamp with time zone,
	"failure" jsonb
);
--> statement-breakpoint
CREATE TABLE "sync_staged" (
	"run_id" uuid NOT NULL,
	"id" text NOT NULL,
	"raw" jsonb NOT NULL,
	"read_at" timestamp with time zone NOT NULL,
	CONSTRAINT "sync_staged_run_id_id_pk" PRIMARY KEY("run_id","id")
);
--> statement-breakpoint
ALTER TABLE "mirror_customers" ADD CONSTRAINT "mirror_customers_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mirror_labels" ADD CONSTRAINT "mirror_labels_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mirror_order_items" ADD CONSTRAINT "mirror_order_items_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mirror_orders" ADD CONSTRAINT "mirror_orders_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mirror_plans" ADD CONSTRAINT "mirror_plans_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mirror_products" ADD CONSTRAINT "mirror_products_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mirror_state" ADD CONSTRAINT "mirror_state_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mirror_subscriptions" ADD CONSTRAINT "mirror_subscriptions_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "subscription_snapshots" ADD CONSTRAINT "subscription_snapshots_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "saved_views" ADD CONSTRAINT "saved_views_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "saved_views" ADD CONSTRAINT "saved_views_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sync_run_pages" ADD CONSTRAINT "sync_run_pages_run_id_sync_runs_id_fk" FOREIGN KEY ("run_id") REFERENCES "public"."sync_runs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sync_runs" ADD CONSTRAINT "sync_runs_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sync_runs" ADD CONSTRAINT "sync_runs_requested_by_users_id_fk" FOREIGN KEY ("requested_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sync_runs" ADD CONSTRAINT "sync_runs_decided_by_users_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sync_staged" ADD CONSTRAINT "sync_staged_run_id_sync_runs_id_fk" FOREIGN KEY ("run_id") REFERENCES "public"."sync_runs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "mirror_customers_name" ON "mirror_customers" USING btree ("account_id","sort_name","id");--> statement-breakpoint
CREATE INDEX "mirror_customers_search" ON "mirror_customers" USING gin ("search" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "mirror_orders_created" ON "mirror_orders" USING btree ("account_id","created_at","id");--> statement-breakpoint
CREATE INDEX "mirror_orders_updated" ON "mirror_orders" USING btree ("account_id","updated_at","id");--> statement-breakpoint
CREATE INDEX "mirror_orders_customer" ON "mirror_orders" USING btree ("account_id","customer_id","created_at");--> statement-breakpoint
CREATE INDEX "mirror_orders_open" ON "mirror_orders" USING btree ("account_id","updated_at") WHERE "mirror_orders"."state" in ('pending', 'running', 'unknown');--> statement-breakpoint
CREATE INDEX "mirror_orders_search" ON "mirror_orders" USING gin ("search" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "mirror_plans_ids" ON "mirror_plans" USING gin ("ids" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "mirror_subscriptions_name" ON "mirror_subscriptions" USING btree ("account_id","sort_name","id");--> statement-breakpoint
CREATE INDEX "mirror_subscriptions_renews" ON "mirror_subscriptions" USING btree ("account_id","renews_at","id");--> statement-breakpoint
CREATE INDEX "mirror_subscriptions_starts" ON "mirror_subscriptions" USING btree ("account_id","starts_at","id");--> statement-breakpoint
CREATE INDEX "mirror_subscriptions_updated" ON "mirror_subscriptions" USING btree ("account_id","updated_at","id");--> statement-breakpoint
CREATE INDEX "mirror_subscriptions_customer" ON "mirror_subscriptions" USING btree ("account_id","customer_id","sort_name");--> statement-breakpoint
CREATE INDEX "mirror_subscriptions_search" ON "mirror_subscriptions" USING gin ("search" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "saved_views_list" ON "saved_views" USING btree ("account_id","list");--> statement-breakpoint
CREATE INDEX "sync_runs_history" ON "sync_runs" USING btree ("account_id","started_at");--> statement-breakpoint
CREATE UNIQUE INDEX "sync_runs_open" ON "sync_runs" USING btree ("account_id","resource") WHERE "sync_runs"."state" in ('running', 'held');