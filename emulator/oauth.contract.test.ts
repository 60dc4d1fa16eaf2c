import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { tokenBody } from "./testing/answers/errors";
import { A, startTestEmulator, type TestEmulator } from "./testing/test-emulator";

let ion: TestEmulator;
beforeAll(async () => {
  ion = await startTestEmulator();
});
afterAll(() => ion.close());

const DEAD = { error: "cannot validate token: redis: nil" };

function exchange(fields: Record<string, string>) {
  return ion.raw("/oauth/token", { method: "POST", body: new URLSearchParams(fields) });
}

async function pair() {
  const reply = await exchange({ grant_type: "refresh_token", refresh_token: await ion.refreshToken() });
  return tokenBody.parse(reply.body);
}

describe("POST /oauth/token", () => {
  test("answers a pair for an urlencoded body", async () => {
    expect((await pair()).expires_in).toBe(7200);
  });

  test("answers a pair for a multipart body with redirect_uri, as the guide's curl sends it", async () => {
    const body = new FormData();
    body.set("grant_type", "refresh_token");
    body.set("redirect_uri", "http://localhost/");
    body.set("refresh_token", await ion.refreshToken());
    const reply = await ion.raw("/oauth/token", { method: "POST", body });
    expect(reply.status).toBe(200);
    tokenBody.parse(reply.body);
  });

  test("a refresh token works once", async () => {
    const refresh_token = await ion.refreshToken();
    const fields = { grant_type: "refresh_token", refresh_token };
    expect((await exchange(fields)).status).toBe(200);
    const second = await exchange(fields);
    expect(second.status).toBe(400);
    expect(second.body).toEqual(DEAD);
  });

  test("of many concurrent exchanges of one token exactly one succeeds", async () => {
    const fields = { grant_type: "refresh_token", refresh_token: await ion.refreshToken() };
    const replies = await Promise.all(Array.from({ length: 10 }, () => exchange(fields)));
    expect(replies.filter((reply) => reply.status === 200)).toHaveLength(1);
  });

  test("the new refresh token of a pair works, so a client can rotate for ever", async () => {
    const first = await pair();
    const next = await exchange({ grant_type: "refresh_token", refresh_token: first.refresh_token });
    expect(tokenBody.parse(next.body).refresh_token).not.toBe(first.refresh_token);
  });

  test("refuses unknown tokens, an access token and a JSON body with the OAuth error shape", async () => {
    const { access_token } = await pair();
    for (const refresh_token of ["NOSUCHTOKEN", access_token]) {
      const reply = await exchange({ grant_type: "refresh_token", refresh_token });
      expect([reply.status, reply.body]).toEqual([400, DEAD]);
    }
    const json = await ion.raw("/oauth/token", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ grant_type: "refresh_token", refresh_token: await ion.refreshToken() }),
    });
    expect(json.status).toBe(400);
    expect(Object.keys(json.body as object)).toEqual(["error"]);
  });

  test("a refresh token dies after 32 days", async () => {
    const refresh_token = await ion.refreshToken();
    await ion.later(32 * 86_400);
    expect((await exchange({ grant_type: "refresh_token", refresh_token })).body).toEqual(DEAD);
    await ion.later(-32 * 86_400);
  });
});

describe("POST /oauth/validateAccess", () => {
  const validate = (fields: Record<string, string>) =>
    ion.raw("/oauth/validateAccess", { method: "POST", body: new URLSearchParams(fields) });

  test("tells how long both tokens live, as the guide's sample after 527 seconds", async () => {
    const { access_token } = await pair();
    await ion.later(527);
    const reply = await validate({ access_token });
    expect(reply.body).toEqual({ access_expires_in: 6673, refresh_expires_in: 2_764_273 });
  });

  test("takes a refresh token too", async () => {
    const { refresh_token } = await pair();
    expect((await validate({ refresh_token })).body).toEqual({
      access_expires_in: 7200,
      refresh_expires_in: 2_764_800,
    });
  });

  test("refuses a dead token with the OAuth error shape", async () => {
    const { access_token } = await pair();
    await ion.later(7200);
    const reply = await validate({ access_token });
    expect([reply.status, reply.body]).toEqual([400, DEAD]);
    await ion.later(-7200);
  });
});

test("an access token lives 7,200 seconds of the emulator's clock and not one more", async () => {
  const { access_token } = await pair();
  const call = () =>
    ion.raw(`${A}/products/verticals`, { headers: { authorization: `Bearer ${access_token}` } });
  await ion.later(7199);
  expect((await call()).status).toBe(200);
  await ion.later(1);
  expect((await call()).status).toBe(401);
  await ion.later(-7200);
});
