import type { Settings } from "../settings";
import { type RunningEmulator, startEmulator } from "../start";

export type Reply = { status: number; headers: Headers; text: string; body: unknown };

/** An emulator in memory on a free port, its clock frozen, with a client that speaks plain HTTP. */
export type TestEmulator = {
  url: string;
  running: RunningEmulator;
  /** A call as account 10001. `path` may leave out `/api/v3`; `A` stands for `/api/v3/accounts/10001`. */
  call(method: string, path: string, body?: unknown): Promise<Reply>;
  get(path: string): Promise<Reply>;
  /** The same as account 10002. */
  asOther(method: string, path: string, body?: unknown): Promise<Reply>;
  /** Any request, nothing added. */
  raw(path: string, init?: RequestInit): Promise<Reply>;
  control(method: string, path: string, body?: unknown): Promise<Reply>;
  /** Moves the emulator's clock. */
  later(seconds: number): Promise<void>;
  /** A fresh refresh token. */
  refreshToken(accountId?: string): Promise<string>;
  accessToken: string;
  close(): Promise<void>;
};

export const A = "/api/v3/accounts/10001";
export const EPOCH = "2026-03-10T09:00:00Z";

export async function startTestEmulator(options: Partial<Settings> = {}): Promise<TestEmulator> {
  const running = await startEmulator({ port: 0, orderTrouble: 0, epoch: EPOCH, ...options });
  running.emulator.clock.freeze(true);
  const { url } = running;
  const raw = async (path: string, init: RequestInit = {}): Promise<Reply> => {
    const response = await fetch(`${url}${path}`, init);
    const text = await response.text();
    return { status: response.status, headers: response.headers, text, body: parse(text) };
  };
  const control = (method: string, path: string, body?: unknown) =>
    raw(`/_emulator${path}`, { method, body: body === undefined ? undefined : JSON.stringify(body) });
  const refreshToken = async (accountId = "10001") =>
    (await control("POST", "/tokens", { accountId })).body as { refreshToken: string };
  const sign = async (accountId: string) => {
    const { refreshToken: token } = await refreshToken(accountId);
    const form = new URLSearchParams({ grant_type: "refresh_token", refresh_token: token });
    return ((await raw("/oauth/token", { method: "POST", body: form })).body as { access_token: string })
      .access_token;
  };
  const [accessToken, otherToken] = [await sign("10001"), await sign("10002")];
  const as = (token: string) => (method: string, path: string, body?: unknown) =>
    raw(path, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        ...(body === undefined ? {} : { "content-type": "application/json" }),
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
  const call = as(accessToken);
  return {
    url,
    running,
    call,
    get: (path) => call("GET", path),
    asOther: as(otherToken),
    raw,
    control,
    later: async (seconds) => {
      await control("POST", "/clock", { advanceSeconds: seconds });
    },
    refreshToken: async (accountId) => (await refreshToken(accountId)).refreshToken,
    accessToken,
    close: () => running.close(),
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
