import type { Instrumentation } from "next";

/**
 * Next calls this once when the server starts: settings are checked, requests get their ids, the schema is brought up to
 * date, jobs begin, the catalog is made ready for searching.
 */
export async function register() {
  if (process.env.NEXT_RUNTIME === "nodejs") {
    const { startPortal } = await import("./lib/start-portal");
    await startPortal();
    const { warmIndexes } = await import("./lib/catalog/index/warm-indexes");
    void warmIndexes();
  }
}

/** Next calls this for every error that nobody caught while it answered. */
export const onRequestError: Instrumentation.onRequestError = async (...told) => {
  if (process.env.NEXT_RUNTIME === "nodejs") {
    const { reportRequestError } = await import("./lib/observe/report-request-error");
    await reportRequestError(...told);
  }
};
