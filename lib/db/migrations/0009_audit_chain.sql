CREATE TABLE "audit_checks" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"account_id" uuid NOT NULL,
	"trigger" text NOT NULL,
	"requested_by" uuid,
	"state" text NOT NULL,
	"started_at" timestamp with time zone DEFAULT now() NOT NULL,
	"progress_at" timestamp with time zone DEFAULT now() NOT NULL,
	"finished_at" timestamp with time zone,
	"rows" bigint DEFAULT 0 NOT NULL,
	"expected" bigint DEFAULT 0 NOT NULL,
	"head_sequence" bigint,
	"head_hash" text,
	"finding" jsonb
);
--> statement-breakpoint
CREATE TABLE "audit_heads" (
	"account_id" uuid PRIMARY KEY NOT NULL,
	"sequence" bigint NOT NULL,
	"hash" text NOT NULL
);
--> statement-breakpoint
DROP INDEX "audit_log_account";--> statement-breakpoint
ALTER TABLE "audit_log" ADD COLUMN "sequence" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "audit_log" ADD COLUMN "hash" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "audit_log" ADD COLUMN "customer_id" text GENERATED ALWAYS AS (substring("audit_log"."resource" from '^customers/([^/]+)')) STORED;--> statement-breakpoint
ALTER TABLE "audit_log" ADD COLUMN "search" text GENERATED ALWAYS AS (lower("audit_log"."resource" || ' ' || coalesce("audit_log"."ion_request_id", '') || ' ' || "audit_log"."details"::text)) STORED;--> statement-breakpoint
CREATE OR REPLACE FUNCTION audit_log_is_append_only() RETURNS trigger AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME;
END;
$$ LANGUAGE plpgsql;
--> statement-breakpoint
-- What a row is chained by: the hash before it, and every column it was written with. lib/audit/row-hash.ts says the same.
CREATE FUNCTION audit_hash(previous text, entry audit_log) RETURNS text AS $$
  SELECT encode(sha256(convert_to(previous || json_build_array(
    entry.id::text,
    entry.sequence::text,
    to_char(entry.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
    entry.account_id::text,
    entry.user_id::text,
    entry.action,
    entry.resource,
    entry.outcome,
    entry.ion_request_id,
    entry.details::text
  )::text, 'UTF8')), 'hex')
$$ LANGUAGE sql STABLE;
--> statement-breakpoint
-- The rows that are there, chained in the order they were written in.
ALTER TABLE "audit_log" DISABLE TRIGGER audit_log_append_only;
--> statement-breakpoint
DO $$
DECLARE
  entry audit_log;
  head audit_heads;
BEGIN
  FOR entry IN SELECT * FROM audit_log ORDER BY account_id, id LOOP
    IF head.account_id IS DISTINCT FROM entry.account_id THEN
      head.account_id := entry.account_id;
      head.sequence := 0;
      head.hash := repeat('0', 64);
    END IF;
    entry.sequence := head.sequence + 1;
    head.hash := audit_hash(head.hash, entry);
    head.sequence := entry.sequence;
    UPDATE audit_log SET sequence = head.sequence, hash = head.hash WHERE id = entry.id;
  END LOOP;
  INSERT INTO audit_heads
    SELECT DISTINCT ON (account_id) account_id, sequence, hash FROM audit_log ORDER BY account_id, sequence DESC;
END;
$$;
--> statement-breakpoint
ALTER TABLE "audit_log" ENABLE TRIGGER audit_log_append_only;
--> statement-breakpoint
ALTER TABLE "audit_checks" ADD CONSTRAINT "audit_checks_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_checks" ADD CONSTRAINT "audit_checks_requested_by_users_id_fk" FOREIGN KEY ("requested_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_heads" ADD CONSTRAINT "audit_heads_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "audit_checks_history" ON "audit_checks" USING btree ("account_id","started_at");--> statement-breakpoint
CREATE UNIQUE INDEX "audit_checks_running" ON "audit_checks" USING btree ("account_id") WHERE "audit_checks"."state" = 'running';--> statement-breakpoint
CREATE UNIQUE INDEX "audit_log_chain" ON "audit_log" USING btree ("account_id","sequence");--> statement-breakpoint
CREATE INDEX "audit_log_time" ON "audit_log" USING btree ("account_id","at","sequence");--> statement-breakpoint
CREATE INDEX "audit_log_person" ON "audit_log" USING btree ("account_id","user_id","at","sequence");--> statement-breakpoint
CREATE INDEX "audit_log_action" ON "audit_log" USING btree ("account_id","action","at","sequence");--> statement-breakpoint
CREATE INDEX "audit_log_customer" ON "audit_log" USING btree ("account_id","customer_id","at","sequence") WHERE "audit_log"."customer_id" is not null;--> statement-breakpoint
CREATE INDEX "audit_log_not_done" ON "audit_log" USING btree ("account_id","outcome","at","sequence") WHERE "audit_log"."outcome" <> 'done';--> statement-breakpoint
CREATE INDEX "audit_log_search" ON "audit_log" USING gin ("search" gin_trgm_ops);--> statement-breakpoint
-- Chains each new row to the last of its account, whose head stays locked until the transaction ends: a rollback takes
-- both back. Place, hash and time are given here, whatever the writer says. Who holds a head for ten seconds is stuck.
CREATE FUNCTION audit_log_chain() RETURNS trigger AS $$
DECLARE
  head audit_heads;
BEGIN
  SELECT * INTO head FROM audit_heads WHERE account_id = NEW.account_id FOR UPDATE;
  IF NOT FOUND THEN
    INSERT INTO audit_heads VALUES (NEW.account_id, 0, repeat('0', 64)) ON CONFLICT DO NOTHING;
    SELECT * INTO head FROM audit_heads WHERE account_id = NEW.account_id FOR UPDATE;
  END IF;
  NEW.at := clock_timestamp();
  NEW.sequence := head.sequence + 1;
  NEW.hash := audit_hash(head.hash, NEW);
  UPDATE audit_heads SET sequence = NEW.sequence, hash = NEW.hash WHERE account_id = NEW.account_id;
  RETURN NEW;
END;
$$ LANGUAGE plpgsql SET lock_timeout = '10s';
--> statement-breakpoint
CREATE TRIGGER audit_log_chain BEFORE INSERT ON audit_log FOR EACH ROW EXECUTE FUNCTION audit_log_chain();
--> statement-breakpoint
CREATE FUNCTION audit_heads_only_advance() RETURNS trigger AS $$
BEGIN
  IF NEW.account_id <> OLD.account_id OR NEW.sequence <> OLD.sequence + 1 THEN
    RAISE EXCEPTION 'audit_heads only advances';
  END IF;
  RETURN NEW;
END;
$$ LANGUAGE plpgsql;
--> statement-breakpoint
CREATE TRIGGER audit_heads_only_advance BEFORE UPDATE ON audit_heads FOR EACH ROW EXECUTE FUNCTION audit_heads_only_advance();
--> statement-breakpoint
CREATE TRIGGER audit_heads_append_only BEFORE DELETE OR TRUNCATE ON audit_heads
  FOR EACH STATEMENT EXECUTE FUNCTION audit_log_is_append_only();
--> statement-breakpoint
CREATE TRIGGER audit_checks_append_only BEFORE DELETE OR TRUNCATE ON audit_checks
  FOR EACH STATEMENT EXECUTE FUNCTION audit_log_is_append_only();
