const base = process.env.STORY_EMULATOR_URL ?? "http://127.0.0.1:4010";

async function control(method: string, path: string, body?: unknown): Promise<unknown> {
  const response = await fetch(`${base}/_emulator/${path}`, {
    method,
    headers: { "content-type": "application/json" },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  if (!response.ok) throw new Error(`the emulator answered ${response.status} to ${method} ${path}`);
  return response.status === 204 ? undefined : response.json();
}

export type Fault = {
  method?: string;
  path: string;
  kind: "status" | "latency" | "drop-before" | "drop-after" | "garbage" | "html";
  status?: number;
  latencyMs?: number;
  count?: number;
};

/** The emulator's control surface, as far as the stories need it. */
export const emulator = {
  breakWith: (fault: Fault) => control("POST", "faults", fault),
  slow: (ms: number) => control("POST", "latency", { ms }),
  advance: (advanceSeconds: number) => control("POST", "clock", { advanceSeconds }),
  nextOrder: (outcome: "on-hold" | "error" | "stuck") => control("POST", "next-order", { outcome }),
  state: (kind: "customers" | "orders" | "subscriptions" | "carts") => control("GET", `state/${kind}`),
  async heal(): Promise<void> {
    await control("DELETE", "faults");
    await control("POST", "latency", { ms: 0 });
  },
};
