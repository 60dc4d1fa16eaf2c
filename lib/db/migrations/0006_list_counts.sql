CREATE INDEX "mirror_customers_counts" ON "mirror_customers" USING btree ("account_id","status","country","id");--> statement-breakpoint
CREATE INDEX "mirror_orders_counts" ON "mirror_orders" USING btree ("account_id","phase","attention","starts_at","customer_id");--> statement-breakpoint
CREATE INDEX "mirror_subscriptions_counts" ON "mirror_subscriptions" USING btree ("account_id","status","provider_id","provider_name","customer_id");--> statement-breakpoint
-- Ion's answers move out of the rows that lists read through; what they search in and show stays.
ALTER TABLE "mirror_orders" SET (toast_tuple_target = 1400);--> statement-breakpoint
ALTER TABLE "mirror_orders" ALTER COLUMN "row" SET STORAGE EXTERNAL, ALTER COLUMN "search" SET STORAGE MAIN;--> statement-breakpoint
ALTER TABLE "mirror_subscriptions" SET (toast_tuple_target = 1400);--> statement-breakpoint
ALTER TABLE "mirror_subscriptions" ALTER COLUMN "row" SET STORAGE EXTERNAL, ALTER COLUMN "search" SET STORAGE MAIN;
