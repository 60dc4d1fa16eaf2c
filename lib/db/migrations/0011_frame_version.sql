ALTER TABLE "accounts" ADD COLUMN "frame_version" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
-- In the transaction of the change itself: whoever reads the new version reads what came with it.
CREATE FUNCTION raise_frame_version() RETURNS trigger AS $$
BEGIN
  UPDATE accounts SET frame_version = frame_version + 1 WHERE id = coalesce(NEW.account_id, OLD.account_id);
  RETURN NULL;
END;
$$ LANGUAGE plpgsql;--> statement-breakpoint
CREATE TRIGGER saved_views_in_frame AFTER INSERT OR UPDATE OR DELETE ON saved_views
  FOR EACH ROW EXECUTE FUNCTION raise_frame_version();--> statement-breakpoint
-- A view of the team says whose it is.
CREATE TRIGGER names_in_frame AFTER UPDATE ON users
  FOR EACH ROW WHEN (OLD.name IS DISTINCT FROM NEW.name) EXECUTE FUNCTION raise_frame_version();--> statement-breakpoint
CREATE TRIGGER new_connection_in_frame AFTER INSERT OR DELETE ON ion_connections
  FOR EACH ROW EXECUTE FUNCTION raise_frame_version();--> statement-breakpoint
CREATE TRIGGER connection_in_frame AFTER UPDATE ON ion_connections
  FOR EACH ROW WHEN (
    (OLD.state, OLD.silent_since, OLD.access_expires_at, OLD.refresh_expires_at, OLD.rotation_failing_since)
    IS DISTINCT FROM
    (NEW.state, NEW.silent_since, NEW.access_expires_at, NEW.refresh_expires_at, NEW.rotation_failing_since)
  ) EXECUTE FUNCTION raise_frame_version();
