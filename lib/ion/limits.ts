/** Times in milliseconds, sizes in bytes. */
export interface IonLimits {
  connectMs: number;
  /** Until the answer's headers, for reads. */
  readHeadersMs: number;
  /** Until the answer's headers, for writes: a checkout works for a while before it answers. */
  writeHeadersMs: number;
  /** Longest silence inside an answer's body. */
  bodyMs: number;
  /** A whole read: waiting for a free slot, every attempt and the pauses between them. */
  readDeadlineMs: number;
  writeDeadlineMs: number;
  /** Attempts of a read, the first one included. */
  maxAttempts: number;
  /** First pause between two attempts; doubles each time, with full jitter. */
  retryBaseMs: number;
  retryMaxMs: number;
  /** Longest Retry-After that is waited for; a longer one goes to the caller as an error. */
  retryAfterMaxMs: number;
  maxBodyBytes: number;
  /** Retries that each call earns, how many there are at most, and how many come back each second by themselves. */
  retryRatio: number;
  retryReserve: number;
  retriesPerSecond: number;
  /** Reads that a person waits for: calls at the same time, and calls that may wait for their turn. */
  concurrency: number;
  maxQueued: number;
  /** The same for writes, and for passes over lists. */
  writeConcurrency: number;
  writeMaxQueued: number;
  backgroundConcurrency: number;
  backgroundMaxQueued: number;
  keepAliveMs: number;
}

export const DEFAULT_LIMITS: IonLimits = {
  connectMs: 5_000,
  readHeadersMs: 20_000,
  writeHeadersMs: 75_000,
  bodyMs: 20_000,
  readDeadlineMs: 45_000,
  writeDeadlineMs: 90_000,
  maxAttempts: 4,
  retryBaseMs: 250,
  retryMaxMs: 4_000,
  retryAfterMaxMs: 15_000,
  maxBodyBytes: 20 * 1024 * 1024,
  retryRatio: 0.15,
  retryReserve: 20,
  retriesPerSecond: 0.5,
  concurrency: 8,
  maxQueued: 100,
  writeConcurrency: 4,
  writeMaxQueued: 50,
  backgroundConcurrency: 4,
  backgroundMaxQueued: 100,
  // Shorter than the idle limit of common load balancers, so that a write seldom meets a closing connection.
  keepAliveMs: 20_000,
};
