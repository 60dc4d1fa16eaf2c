import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { IonError } from "./errors";
import { createIonOAuth } from "./oauth";
import { cut, cutInBody, json, raw, silence, startFakeIon } from "./testing/fake-ion";

const issued = {
  access_token: "access-1",
  expires_in: 7200,
  refresh_token: "refresh-1",
  token_type: "Bearer",
};
const dead = json(400, { error: "cannot validate token: redis: nil" });

let ion: Awaited<ReturnType<typeof startFakeIon>>;

beforeEach(async () => {
  ion = await startFakeIon();
});

afterEach(() => ion.stop());

function connect(options: { timeoutMs?: number; redirectUri?: string } = {}) {
  return createIonOAuth({ baseUrl: ion.baseUrl, ...options });
}

async function failureOf(promise: Promise<unknown>): Promise<IonError> {
  const error = await promise.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (error instanceof IonError) return error;
  throw new Error(`not an IonError: ${String(error)}`);
}

describe("refresh", () => {
  it("sends the token as a form without a bearer header, and reads the new pair", async () => {
    ion.answer(json(200, issued));
    expect(await connect().refresh("refresh-0")).toEqual({
      accessToken: "access-1",
      refreshToken: "refresh-1",
      expiresInSeconds: 7200,
    });
    const [request] = ion.requests;
    expect(request).toMatchObject({
      method: "POST",
      url: "/oauth/token",
      body: "grant_type=refresh_token&refresh_token=refresh-0",
    });
    expect(request?.headers["content-type"]).toBe("application/x-www-form-urlencoded");
    expect(request?.headers.authorization).toBeUndefined();
  });

  it("sends a redirect address only when told to (D3)", async () => {
    ion.answer(json(200, issued));
    await connect({ redirectUri: "http://localhost/" }).refresh("r");
    expect(new URLSearchParams(ion.requests[0]?.body).get("redirect_uri")).toBe("http://localhost/");
  });

  it.each([400, 401, 403])("is a lost connection when Ion refuses the token with %i", async (status) => {
    ion.otherwise(json(status, { error: "cannot validate token: redis: nil" }));
    expect(await failureOf(connect().refresh("r"))).toMatchObject({
      kind: "connection-lost",
      info: { sent: "answered" },
    });
    expect(ion.requests).toHaveLength(1);
  });

  it.each([
    ["a cut connection", cut],
    ["a cut body", cutInBody],
    ["500", json(500, {})],
    ["502", raw(502, "<html>")],
    ["HTML under 200", raw(200, "<html>")],
    ["a proxy's 400 page", raw(400, "<html>")],
    ["200 without tokens", json(200, { token_type: "Bearer" })],
  ])("may have spent the token after %s", async (_what, fault) => {
    ion.otherwise(fault);
    expect((await failureOf(connect().refresh("r"))).kind).toBe("outcome-unknown");
  });

  it("may have spent the token after a timeout", async () => {
    ion.otherwise(silence);
    expect((await failureOf(connect({ timeoutMs: 100 }).refresh("r"))).kind).toBe("outcome-unknown");
  });

  it("spent nothing when nobody listens, or when the address is wrong", async () => {
    ion.answer(json(404, { error: "NOT_FOUND", message: "no such path" }));
    expect((await failureOf(connect().refresh("r"))).kind).toBe("unavailable");
    await ion.stop();
    expect(await failureOf(connect().refresh("r"))).toMatchObject({ kind: "network", info: { sent: "no" } });
    ion = await startFakeIon();
  });

  it("puts no token into an error", async () => {
    ion.answer(json(400, { error: "token refresh-secret-0 is bad" }));
    const error = await failureOf(connect().refresh("refresh-secret-0"));
    expect(JSON.stringify([error.message, error.info])).not.toContain("refresh-secret-0");
  });
});

describe("validateAccess", () => {
  it("says how long the tokens live", async () => {
    ion.answer(json(200, { access_expires_in: 6673, refresh_expires_in: 2764273 }));
    expect(await connect().validateAccess("a")).toEqual({
      accessExpiresInSeconds: 6673,
      refreshExpiresInSeconds: 2764273,
    });
    expect(ion.requests[0]?.body).toBe("access_token=a");
  });

  it("is null for a dead token", async () => {
    ion.answer(dead);
    expect(await connect().validateAccess("a")).toBeNull();
  });

  it.each([json(500, {}), raw(400, "<html>"), raw(200, "<html>"), cut])(
    "says nothing about the token when Ion does not (%#)",
    async (fault) => {
      ion.otherwise(fault);
      expect(await failureOf(connect().validateAccess("a"))).toBeInstanceOf(IonError);
    },
  );
});
