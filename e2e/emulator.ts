const base = process.env.STORY_EMULATOR_URL ?? "http://127.0.0.1:4010";
const ACCOUNT = "10001";

async function answerOf(response: Response, asked: string): Promise<unknown> {
  const text = await response.text();
  if (!response.ok) throw new Error(`the emulator answered ${response.status} to ${asked}: ${text}`);
  return text === "" ? undefined : JSON.parse(text);
}

async function control(method: string, path: string, body?: unknown): Promise<unknown> {
  const response = await fetch(`${base}/_emulator/${path}`, {
    method,
    headers: { "content-type": "application/json" },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return answerOf(response, `${method} ${path}`);
}

let bearer: Promise<string> | undefined;

/** An access token of the stories' own: the portal's tokens stay as they are. */
async function accessToken(): Promise<string> {
  const refreshToken = await emulator.newRefreshToken();
  const response = await fetch(`${base}/oauth/token`, {
    method: "POST",
    body: new URLSearchParams({ grant_type: "refresh_token", refresh_token: refreshToken }),
  });
  return ((await answerOf(response, "POST /oauth/token")) as { access_token: string }).access_token;
}

/** A call of the Ion API as another program of the same reseller would make it; `path` follows the account. */
export async function callIon(method: string, path: string, body?: unknown): Promise<unknown> {
  bearer ??= accessToken();
  const response = await fetch(`${base}/api/v3/${path.replace("{account}", `accounts/${ACCOUNT}`)}`, {
    method,
    headers: { authorization: `Bearer ${await bearer}`, "content-type": "application/json" },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return answerOf(response, `${method} ${path}`);
}

export type Fault = {
  method?: string;
  /** `*` stands for any characters. */
  path: string;
  kind:
    | "status"
    | "latency"
    | "drop-before"
    | "drop-after"
    | "garbage"
    | "html"
    | "missing-rows"
    | "changed-rows";
  status?: number;
  message?: string;
  latencyMs?: number;
  retryAfter?: number;
  /** Of a list's rows: how many of them are left out or changed. */
  share?: number;
  fields?: Record<string, unknown>;
  count?: number;
};

export type StoredOrder = {
  orderId: string;
  status: string;
  orderItems: { quantity: number; productId: string; attributes: { name: string; value: string }[] }[];
};
export type StoredCart = { cartId: string; status: string; items: { quantity: number; itemId: string }[] };
export type StoredSubscription = {
  id: string;
  subscriptionStatus: string;
  subscriptionTotalLicenses: string;
};

/** A call to Ion, as the emulator's journal tells it. */
export type Call = { method: string; path: string; callerRequestId: string | null };

async function state<T>(kind: string, customerId: string): Promise<T[]> {
  const answer = (await control("GET", `state/${kind}?customerId=${customerId}`)) as Record<string, T[]>;
  return answer[kind] ?? [];
}

/** The emulator's control surface, as far as the stories need it. */
export const emulator = {
  breakWith: (fault: Fault) => control("POST", "faults", fault),
  slow: (ms: number) => control("POST", "latency", { ms }),
  advance: (advanceSeconds: number) => control("POST", "clock", { advanceSeconds }),
  /** Makes the account's tokens useless, as if somebody had spent or withdrawn them. */
  async killTokens(kind: "refresh" | "both"): Promise<void> {
    await control("POST", "tokens/revoke", { accountId: ACCOUNT, kind });
    // The stories' own went with them.
    bearer = undefined;
  },
  /** What "Request New Credentials" gives in Ion's portal. */
  async newRefreshToken(accountId: string = ACCOUNT): Promise<string> {
    const issued = (await control("POST", "tokens", { accountId })) as { refreshToken: string };
    return issued.refreshToken;
  },
  nextOrder: (outcome: "on-hold" | "error" | "stuck") => control("POST", "next-order", { outcome }),
  setOrderStatus: (orderId: string, status: string, reason?: string) =>
    control("POST", `orders/${orderId}/status`, { status, reason }),
  /** The calls to Ion that carried this request id. */
  async callsOf(requestId: string): Promise<Call[]> {
    const { requests } = (await control("GET", "requests")) as { requests: Call[] };
    return requests.filter(({ callerRequestId }) => callerRequestId === requestId);
  },
  /** What the emulator holds of one customer, newest first. */
  orders: (customerId: string) => state<StoredOrder>("orders", customerId),
  carts: (customerId: string) => state<StoredCart>("carts", customerId),
  subscriptions: (customerId: string) => state<StoredSubscription>("subscriptions", customerId),
  async heal(): Promise<void> {
    await control("DELETE", "faults");
    await control("POST", "latency", { ms: 0 });
  },
};
