import { expect, test } from "vitest";
import { scrub, scrubText } from "./scrub";

const SECRET = "Kq7-s3cr3t-value";

test("no name of a secret lets its value through, however deep it lies", () => {
  const names = [
    "password",
    "userPassword",
    "refresh_token",
    "accessToken",
    "authorization",
    "Authorization",
    "cookie",
    "set-cookie",
    "client_secret",
    "apiKey",
    "private_key",
    "previewAuthToken",
    "AUTH_SECRET",
    "ENCRYPTION_KEYS",
    "credentials",
    "email",
    "agreementEmail",
    "phoneNumber",
  ];
  for (const name of names) {
    const line = scrub({ [name]: SECRET, a: { b: [{ [name]: SECRET }] }, headers: { [name]: [SECRET] } });
    expect(JSON.stringify(line), name).not.toContain(SECRET);
  }
});

test("what a reader of logs needs stays", () => {
  const line = {
    event: "ion-call",
    operation: "oauth.token",
    path: "/api/v3/accounts/1/customers/70589",
    status: 503,
    sent: "maybe",
    tokens: 12,
    at: new Date(0),
    retryInMs: undefined,
  };
  expect(scrub(line)).toEqual(line);
});

test("texts lose bearer tokens, cookies, e-mail addresses, queries and passwords in addresses", () => {
  const texts = [
    `Bearer ${SECRET}`,
    `password=${SECRET}`,
    `__Secure-next-auth.session-token.0=${SECRET}; path=/`,
    `GET /customers?q=${SECRET}&page=2 failed`,
    `https://portal.example.com/orders?search=${SECRET}`,
    `postgres://portal:${SECRET}@db/portal`,
    `${SECRET}@contoso.example is taken`,
  ];
  for (const text of texts) expect(scrubText(text), text).not.toContain(SECRET);
  expect(scrubText("is 5 > 3? yes")).toBe("is 5 > 3? yes");
});

test("a failed query is told without its values, also as the cause of another error", () => {
  const query = Object.assign(new Error(`Failed query: insert into users\nparams: ${SECRET}`), {
    query: "insert into users values ($1)",
    params: [SECRET],
    cause: new Error("duplicate key value violates unique constraint"),
  });
  for (const error of [query, new Error("the person was not kept", { cause: query })]) {
    const told = JSON.stringify(scrub({ err: error }));
    expect(told).toContain("duplicate key");
    expect(told).not.toContain(SECRET);
  }
});

test("an error is told with its kind and its place, without what it carries", () => {
  const error = Object.assign(new Error("ann@contoso.example was refused"), {
    info: { operation: "customers.create", token: SECRET },
  });
  const { err } = scrub({ err: error }) as {
    err: { type: string; message: string; stack: string; info: object };
  };
  expect(err).toMatchObject({ type: "Error", message: "[e-mail] was refused" });
  expect(err.stack).toContain("scrub.test");
  expect(err.info).toEqual({ operation: "customers.create", token: "[redacted]" });
});
