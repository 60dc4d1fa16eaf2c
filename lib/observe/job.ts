import "server-only";
import { metrics } from "./metrics";
import { inSpan } from "./tracer";
import { asWork, newWorkId } from "./work";

/**
 * Runs one job: as work of its own (its id stands on its log lines and calls to Ion), counted and in a span. `run` may
 * return how it ended, one of few words; without that it is `done`.
 */
export function observeJob(name: string, id: string | undefined, run: () => Promise<unknown>): Promise<void> {
  return asWork({ id: id ?? newWorkId(), kind: "job" }, () =>
    inSpan(`job ${name}`, { "job.name": name }, async (span) => {
      const startedAt = performance.now();
      let outcome = "failed";
      try {
        const ended = await run();
        outcome = typeof ended === "string" ? ended : "done";
      } finally {
        span.setAttribute("job.outcome", outcome);
        const all = metrics();
        all?.jobRuns.inc({ job: name, outcome });
        all?.jobSeconds.observe({ job: name }, (performance.now() - startedAt) / 1_000);
      }
    }),
  );
}
