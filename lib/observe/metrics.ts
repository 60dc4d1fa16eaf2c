import "server-only";
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import { env } from "@/lib/env";

/** One value of a gauge that is read when somebody asks: its labels and the number. */
export type Reading = { labels: Record<string, string>; value: number };

const ION_SECONDS = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 20, 45, 90];
const PAGE_SECONDS = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];
const JOB_SECONDS = [0.05, 0.25, 1, 5, 15, 60, 300, 1_800, 7_200];

function create() {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  return {
    registry,
    ionCalls: new Counter({
      name: "portal_ion_calls_total",
      help: "Attempts to call Ion, by how they ended",
      labelNames: ["operation", "outcome", "attempt"],
      registers,
    }),
    ionSeconds: new Histogram({
      name: "portal_ion_call_seconds",
      help: "How long one attempt to call Ion took",
      labelNames: ["operation", "outcome", "attempt"],
      buckets: ION_SECONDS,
      registers,
    }),
    ionRetries: new Counter({
      name: "portal_ion_retries_total",
      help: "Attempts after which the portal tried again",
      labelNames: ["operation", "outcome"],
      registers,
    }),
    httpSeconds: new Histogram({
      name: "portal_http_request_seconds",
      help: "How long the portal took to answer a browser",
      labelNames: ["route", "kind", "status"],
      buckets: PAGE_SECONDS,
      registers,
    }),
    jobRuns: new Counter({
      name: "portal_job_runs_total",
      help: "Runs of jobs, by how they ended",
      labelNames: ["job", "outcome"],
      registers,
    }),
    jobSeconds: new Histogram({
      name: "portal_job_seconds",
      help: "How long a run of a job took",
      labelNames: ["job"],
      buckets: JOB_SECONDS,
      registers,
    }),
  };
}

type Metrics = ReturnType<typeof create>;

// On globalThis: pages, route handlers and the start-up code are separate bundles of one process.
const held = globalThis as typeof globalThis & { portalMetrics?: Metrics };

/** The process's metrics; undefined when they are off, which they are without the setting `METRICS_TOKEN`. */
export function metrics(): Metrics | undefined {
  if (!held.portalMetrics && env().METRICS_TOKEN) held.portalMetrics = create();
  return held.portalMetrics;
}

/**
 * Adds a gauge whose values are read when somebody asks for the metrics: a queue's length, a breaker's state. Does nothing
 * when metrics are off or the name is there already. Labels must be few and name no customer and no person; a `read` that
 * throws leaves the gauge without values (0 when it has no labels).
 */
export function watchValues(
  name: string,
  help: string,
  labelNames: string[],
  read: () => Reading[] | Promise<Reading[]>,
): void {
  const all = metrics();
  if (!all || all.registry.getSingleMetric(name)) return;
  new Gauge({
    name,
    help,
    labelNames,
    registers: [all.registry],
    async collect() {
      this.reset();
      for (const { labels, value } of await Promise.resolve()
        .then(read)
        .catch(() => []))
        this.set(labels, value);
    },
  });
}
