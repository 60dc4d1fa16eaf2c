import "server-only";
import { createHash, timingSafeEqual } from "node:crypto";
import { env } from "@/lib/env";
import { type DatabaseReadings, readDatabaseReadings, readPool } from "./database-readings";
import { metrics, watchValues } from "./metrics";

/** Several collectors that ask at once make one reading. */
const KEPT_MS = 5_000;

const held = globalThis as typeof globalThis & {
  portalReadings?: { until: number; readings: Promise<DatabaseReadings> } | undefined;
};

/**
 * The answer to a request for metrics, in the text format of Prometheus: 404 when they are off, 401 without the token of
 * `METRICS_TOKEN` as a bearer.
 */
export async function renderMetrics(authorization: string | null): Promise<Response> {
  const token = env().METRICS_TOKEN;
  const all = metrics();
  if (!token || !all) return new Response(null, { status: 404 });
  if (!isSame(authorization ?? "", `Bearer ${token}`)) {
    return new Response(null, { status: 401, headers: { "www-authenticate": "Bearer" } });
  }
  watchDatabase();
  return new Response(await all.registry.metrics(), {
    headers: { "content-type": all.registry.contentType, "cache-control": "no-store" },
  });
}

/** Takes the same time for any wrong text: digests have one length. */
function isSame(one: string, other: string): boolean {
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(one), digest(other));
}

function watchDatabase(): void {
  const of = (part: keyof DatabaseReadings) => async () => (await recently())[part];
  watchValues("portal_order_intents", "Orders by the state of their intent", ["state"], of("intents"));
  watchValues(
    "portal_ion_connection",
    "1 for the state that an account's connection to Ion is in",
    ["account", "state"],
    of("connections"),
  );
  watchValues(
    "portal_ion_refresh_token_days",
    "Days until an account's refresh token ends",
    ["account"],
    of("tokenDays"),
  );
  watchValues(
    "portal_mirror_age_seconds",
    "Age of the rows that the portal keeps of a list of Ion's",
    ["account", "resource"],
    of("mirrorAge"),
  );
  watchValues("portal_database_connections", "Connections of the database pool", ["state"], readPool);
  watchValues("portal_database_up", "1 while the database answers", [], async () => [
    {
      labels: {},
      value: await recently().then(
        () => 1,
        () => 0,
      ),
    },
  ]);
}

function recently(): Promise<DatabaseReadings> {
  if (!held.portalReadings || held.portalReadings.until < Date.now()) {
    held.portalReadings = { until: Date.now() + KEPT_MS, readings: readDatabaseReadings() };
  }
  return held.portalReadings.readings;
}
