CREATE TABLE "ion_call_rates" (
	"key" text PRIMARY KEY NOT NULL,
	"points" integer NOT NULL,
	"expire" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "ion_connections" ADD COLUMN "silent_since" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "ion_connections" ADD COLUMN "rotation_error" text;--> statement-breakpoint
ALTER TABLE "ion_connections" ADD COLUMN "rotation_failing_since" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "ion_connections" ADD COLUMN "checked_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "ion_connections" ADD COLUMN "last_check" jsonb;--> statement-breakpoint
ALTER TABLE "ion_connections" ADD COLUMN "alarmed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "ion_connections" ADD COLUMN "alarmed_for" text;--> statement-breakpoint
-- Since when Ion has not answered used to be a sentence in the reason.
UPDATE "ion_connections" SET "silent_since" = substring("state_reason" from 17)::timestamptz, "state_reason" = NULL WHERE "state_reason" LIKE 'no answer since %';
