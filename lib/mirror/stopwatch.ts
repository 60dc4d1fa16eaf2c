/** Adds up where a pass spends its time, in milliseconds: in the database, and waiting for Ion. */
export type Stopwatch = {
  databaseMs: number;
  ionMs: number;
  database<T>(work: () => Promise<T>): Promise<T>;
  ion<T>(work: () => Promise<T>): Promise<T>;
};

/** A stopwatch that goes on from what an earlier process had measured. */
export function startStopwatch(from: { databaseMs: number; ionMs: number }): Stopwatch {
  const watch: Stopwatch = {
    databaseMs: from.databaseMs,
    ionMs: from.ionMs,
    database: (work) => timed("databaseMs", work),
    ion: (work) => timed("ionMs", work),
  };
  async function timed<T>(which: "databaseMs" | "ionMs", work: () => Promise<T>): Promise<T> {
    const start = performance.now();
    try {
      return await work();
    } finally {
      watch[which] += performance.now() - start;
    }
  }
  return watch;
}
