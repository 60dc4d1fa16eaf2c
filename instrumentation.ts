/** Next calls this once when the server starts: settings are checked, the schema is brought up to date, jobs begin, the catalog is made ready for searching. */
export async function register() {
  if (process.env.NEXT_RUNTIME === "nodejs") {
    const { startPortal } = await import("./lib/start-portal");
    await startPortal();
    const { warmIndexes } = await import("./lib/catalog/index/warm-indexes");
    void warmIndexes();
  }
}
