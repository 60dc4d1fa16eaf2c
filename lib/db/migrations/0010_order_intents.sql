DROP INDEX "order_intents_open";--> statement-breakpoint
DROP INDEX "order_intents_one_per_cart";--> statement-breakpoint
ALTER TABLE "order_intents" ALTER COLUMN "cart_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "accounts" ADD COLUMN "hold_seconds" integer DEFAULT 20 NOT NULL;--> statement-breakpoint
ALTER TABLE "order_intents" ADD COLUMN "kind" text DEFAULT 'checkout' NOT NULL;--> statement-breakpoint
ALTER TABLE "order_intents" ADD COLUMN "subscription_id" text;--> statement-breakpoint
ALTER TABLE "order_intents" ADD COLUMN "resource_id" text;--> statement-breakpoint
ALTER TABLE "order_intents" ADD COLUMN "request" jsonb;--> statement-breakpoint
ALTER TABLE "order_intents" ADD COLUMN "lines" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "order_intents" ADD COLUMN "seen_fingerprint" text;--> statement-breakpoint
ALTER TABLE "order_intents" ADD COLUMN "secrets_cipher" text;--> statement-breakpoint
ALTER TABLE "order_intents" ADD COLUMN "locale" text DEFAULT 'en' NOT NULL;--> statement-breakpoint
ALTER TABLE "order_intents" ADD COLUMN "held_until" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "order_intents" ADD COLUMN "next_try_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "order_intents" ADD COLUMN "lease_owner" uuid;--> statement-breakpoint
ALTER TABLE "order_intents" ADD COLUMN "lease_until" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "order_intents" ADD COLUMN "lookup_tries" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "order_intents" ADD COLUMN "last_lookup_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "order_intents" ADD COLUMN "cart_status" text;--> statement-breakpoint
ALTER TABLE "order_intents" ADD COLUMN "ion_request_ids" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "order_intents" ADD COLUMN "problem" jsonb;--> statement-breakpoint
ALTER TABLE "order_intents" ADD COLUMN "difference" jsonb;--> statement-breakpoint
ALTER TABLE "order_intents" ADD COLUMN "released" jsonb;--> statement-breakpoint
UPDATE "order_intents" SET "ion_request_ids" = jsonb_build_array("ion_request_id") WHERE "ion_request_id" IS NOT NULL;--> statement-breakpoint
-- What the process that is being replaced was sending may have arrived; what it had not begun to send never will be.
UPDATE "order_intents" SET "state" = 'unknown', "reason" = 'sender-lost', "next_lookup_at" = now() WHERE "state" = 'sending';--> statement-breakpoint
UPDATE "order_intents" SET "state" = 'rejected', "reason" = 'never-sent', "settled_at" = now() WHERE "state" = 'pending';--> statement-breakpoint
UPDATE "order_intents" SET "state" = 'released' WHERE "state" = 'rejected' AND "reason" = 'released';--> statement-breakpoint
CREATE UNIQUE INDEX "order_intents_one_change" ON "order_intents" USING btree ("account_id","resource_id") WHERE "order_intents"."kind" = 'change' and "order_intents"."state" in ('held', 'pending', 'sending', 'unknown');--> statement-breakpoint
CREATE INDEX "order_intents_live" ON "order_intents" USING btree ("state","created_at") WHERE "order_intents"."state" in ('held', 'pending', 'sending', 'unknown');--> statement-breakpoint
CREATE INDEX "order_intents_outbox" ON "order_intents" USING btree ("account_id","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "order_intents_one_per_cart" ON "order_intents" USING btree ("account_id","cart_id") WHERE "order_intents"."state" not in ('rejected', 'released', 'recalled');--> statement-breakpoint
ALTER TABLE "order_intents" DROP COLUMN "ion_request_id";--> statement-breakpoint
ALTER TABLE "accounts" ADD CONSTRAINT "accounts_hold_seconds" CHECK ("accounts"."hold_seconds" between 0 and 900);--> statement-breakpoint
ALTER TABLE "order_intents" ADD CONSTRAINT "order_intents_placed" CHECK ("order_intents"."state" <> 'placed' or "order_intents"."order_id" is not null);--> statement-breakpoint
ALTER TABLE "order_intents" ADD CONSTRAINT "order_intents_held" CHECK ("order_intents"."state" <> 'held' or "order_intents"."held_until" is not null);--> statement-breakpoint
ALTER TABLE "order_intents" ADD CONSTRAINT "order_intents_sending" CHECK ("order_intents"."state" <> 'sending' or "order_intents"."lease_owner" is not null);--> statement-breakpoint
ALTER TABLE "order_intents" ADD CONSTRAINT "order_intents_secrets" CHECK ("order_intents"."secrets_cipher" is null or "order_intents"."state" in ('held', 'pending', 'sending'));--> statement-breakpoint
ALTER TABLE "order_intents" ADD CONSTRAINT "order_intents_kind" CHECK (case "order_intents"."kind" when 'checkout' then "order_intents"."cart_id" is not null
        when 'change' then "order_intents"."resource_id" is not null and "order_intents"."subscription_id" is not null and "order_intents"."request" is not null
        else "order_intents"."request" is not null end);--> statement-breakpoint
CREATE FUNCTION order_intents_check_step() RETURNS trigger AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW.state NOT IN ('held', 'pending') THEN
      RAISE EXCEPTION 'an order intent begins held or pending, not %', NEW.state;
    END IF;
  ELSIF NEW.state <> OLD.state AND (OLD.state || '>' || NEW.state) NOT IN (
    'held>pending', 'held>recalled', 'pending>sending', 'pending>rejected',
    'sending>pending', 'sending>placed', 'sending>rejected', 'sending>unknown', 'unknown>placed', 'unknown>released'
  ) THEN
    RAISE EXCEPTION 'an order intent does not go from % to %', OLD.state, NEW.state;
  END IF;
  RETURN NEW;
END;
$$ LANGUAGE plpgsql;
--> statement-breakpoint
CREATE TRIGGER order_intents_step BEFORE INSERT OR UPDATE OF state ON order_intents
  FOR EACH ROW EXECUTE FUNCTION order_intents_check_step();
