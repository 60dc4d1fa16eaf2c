/** An order as Ion (the emulator) has it. */
export type IonOrder = {
  orderId: string;
  name: string;
  referenceId?: string;
  cartId?: string;
  status: string;
  createTime: string;
};

/** A call that reached the emulator. */
export type Call = {
  number: number;
  /** When it came in, milliseconds since 1970. */
  startedAtMs: number;
  method: string;
  path: string;
  requestBody: unknown;
  /** 0 when the connection was cut. */
  status: number;
  responseBody: unknown;
  durationMs: number;
  faults: string[];
};

export type Fault = {
  method?: string;
  path?: string;
  kind: "status" | "latency" | "drop-before" | "drop-after" | "garbage" | "html";
  status?: number;
  latencyMs?: number;
  retryAfter?: number;
  /** Do the work, then answer wrongly. */
  after?: boolean;
  rate?: number;
  count?: number;
};

type Filter = { path?: string; method?: string; after?: number; secrets?: boolean };

/** The emulator's control surface, as far as the drills need it. */
export function controlOf(emulatorUrl: string) {
  async function ask<T>(method: string, path: string, body?: unknown): Promise<T> {
    const response = await fetch(`${emulatorUrl}/_emulator/${path}`, {
      method,
      headers: { "content-type": "application/json" },
      signal: AbortSignal.timeout(15_000),
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`the emulator answered ${response.status} to ${method} ${path}`);
    return (await response.json()) as T;
  }

  return {
    fault: (fault: Fault) => ask("POST", "faults", fault),
    /** Every order there is, newest first. */
    orders: async () => (await ask<{ orders: IonOrder[] }>("GET", "state/orders?limit=100000")).orders,
    /** How many calls the faults that are set now have hit. */
    async hits(): Promise<number> {
      const { faults } = await ask<{ faults: { hits: number }[] }>("GET", "faults");
      return faults.reduce((sum, { hits }) => sum + hits, 0);
    },
    clearFaults: () => ask("DELETE", "faults"),
    latency: (ms: number) => ask("POST", "latency", { ms }),
    newRefreshToken: async () => (await ask<{ refreshToken: string }>("POST", "tokens")).refreshToken,
    async calls({ path, method, after = 0, secrets = false }: Filter = {}): Promise<Call[]> {
      const search = new URLSearchParams({ after: String(after), ...(secrets ? { secrets: "1" } : {}) });
      if (path) search.set("path", path);
      if (method) search.set("method", method);
      return (await ask<{ requests: Call[] }>("GET", `requests?${search}`)).requests;
    },
  };
}
export type Control = ReturnType<typeof controlOf>;

const EVERY_MS = 1000;

/**
 * Keeps every call of one kind, oldest first: the emulator itself remembers only its last 2,000.
 */
export function keepCalls(control: Control, filter: { path: string; method?: string; secrets?: boolean }) {
  const kept: Call[] = [];
  let asking: Promise<void> = Promise.resolve();
  const take = () => {
    // One after the other, so that no call is kept twice.
    asking = asking
      .catch(() => undefined)
      .then(async () => {
        kept.push(...(await control.calls({ ...filter, after: kept.at(-1)?.number ?? 0 })));
      });
    return asking;
  };
  let stopped = false;
  const running = (async () => {
    while (!stopped) {
      await take().catch(() => undefined);
      await new Promise((resolve) => setTimeout(resolve, EVERY_MS));
    }
  })();
  return {
    /** All of them until now. */
    async take(): Promise<Call[]> {
      await take();
      return kept;
    },
    async stop(): Promise<Call[]> {
      stopped = true;
      await running;
      await take();
      return kept;
    },
  };
}
