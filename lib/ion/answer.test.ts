import { describe, expect, it } from "vitest";
import { readAnswer, readWith } from "./answer";
import type { IonCall } from "./call";
import { IonError, type IonErrorKind } from "./errors";
import { customersPageSchema } from "./schemas/customers";
import { nothingSchema } from "./schemas/nothing";

const TOKEN = "the-access-token";
const read: IonCall<unknown> = {
  operation: "customers.list",
  method: "GET",
  path: "/customers",
  schema: nothingSchema,
};
const write: IonCall<unknown> = {
  operation: "orders.create",
  method: "POST",
  path: "/orders",
  schema: nothingSchema,
};

function requestInfo(extra: object = {}) {
  return [
    { "@type": "type.googleapis.com/google.rpc.RequestInfo", requestId: "176efaa5115cd4d84048", ...extra },
  ];
}

function e1(code: number, error: string, message: string) {
  return JSON.stringify({ error, message, code, details: requestInfo() });
}

function failureOf(
  call: IonCall<unknown>,
  status: number,
  text: string,
  headers: Record<string, string> = {},
): IonError {
  try {
    readAnswer(call, { status, headers, text }, TOKEN);
  } catch (error) {
    if (error instanceof IonError) return error;
    throw error;
  }
  throw new Error("no error");
}

describe("an answer with Ion's standard error body", () => {
  it.each<[number, string, IonErrorKind]>([
    [400, "INVALID_REQUEST", "invalid"],
    [401, "UNAUTHENTICATED", "unauthorized"],
    [403, "PERMISSION_DENIED", "forbidden"],
    [404, "NOT_FOUND", "not-found"],
    [405, "METHOD_NOT_ALLOWED", "method-not-allowed"],
    [409, "ALREADY_EXISTS", "conflict"],
    [412, "FAILED_PRECONDITION", "precondition"],
    [429, "RESOURCE_EXHAUSTED", "rate-limited"],
  ])("%i %s is %s for reads and writes, and means that nothing was done", (status, word, kind) => {
    for (const call of [read, write]) {
      const error = failureOf(call, status, e1(status, word, "a sentence"));
      expect(error).toMatchObject({
        kind,
        info: {
          status,
          ionCode: word,
          message: "a sentence",
          requestId: "176efaa5115cd4d84048",
          sent: "answered",
        },
      });
      expect(error.mayHaveHappened).toBe(false);
    }
  });

  it.each<[number, IonErrorKind]>([
    [500, "server"],
    [502, "unavailable"],
    [503, "unavailable"],
    [504, "unavailable"],
  ])("%i is %s for a read and leaves a write's outcome unknown", (status, kind) => {
    expect(failureOf(read, status, e1(status, "X", "m"))).toMatchObject({ kind, info: { sent: "answered" } });
    const error = failureOf(write, status, e1(status, "X", "m"));
    expect(error).toMatchObject({
      kind: "outcome-unknown",
      info: { status, requestId: "176efaa5115cd4d84048", sent: "maybe" },
    });
    expect(error.mayHaveHappened).toBe(true);
  });

  it("takes the HTTP status for the kind when the body's code differs", () => {
    expect(
      failureOf(read, 404, e1(400, "INVALID_REQUEST", "must have required property 'orgName'")),
    ).toMatchObject({
      kind: "not-found",
    });
  });
});

describe("order validation errors", () => {
  const body = (code: string) =>
    JSON.stringify({
      error: "BAD_REQUEST: Invalid provisioning data",
      message: "BAD_REQUEST: Invalid provisioning data",
      code: 3,
      details: [
        {
          "@type": "type.googleapis.com/v3orberrors.ErrorBody",
          requestId: "abc",
          errors: [
            {
              code,
              detail: "The 'domainName' attribute must be present in the 'Order.orderItem.attributes' array.",
            },
            { code: "COMM-VL-002", detail: "The 'order.status' must be equal to one of the allowed values." },
            { code: "COMM-VL-009", detail: "something else" },
          ],
        },
      ],
    });

  it("are trimmed of the blank that Ion sends, kept in order, and name what they are about", () => {
    expect(failureOf(write, 400, body("COMM-VL-001 "))).toMatchObject({
      kind: "validation",
      info: {
        requestId: "abc",
        errors: [
          { code: "COMM-VL-001", detail: expect.any(String), attribute: "domainName" },
          { code: "COMM-VL-002", detail: expect.any(String), attribute: "status" },
          { code: "COMM-VL-009", detail: "something else" },
        ],
      },
    });
  });
});

describe("a 412", () => {
  it.each(["referenceEntity", "reference_entity"])("names its field from %s", (key) => {
    const text = JSON.stringify({
      error: "FAILED_PRECONDITION",
      message: "already in use",
      code: 412,
      details: requestInfo({ [key]: "primaryContactEmail", code: "CUS-CR-001", detail: "taken" }),
    });
    expect(failureOf(write, 412, text)).toMatchObject({
      kind: "precondition",
      info: {
        entity: "primaryContactEmail",
        errors: [{ code: "CUS-CR-001", detail: "taken", attribute: "primaryContactEmail" }],
      },
    });
  });
});

describe("Retry-After", () => {
  it("goes into the error in seconds", () => {
    const error = failureOf(read, 429, "", { "retry-after": "7" });
    expect(error).toMatchObject({ kind: "rate-limited", info: { retryAfterSeconds: 7 } });
  });
});

describe("a body that is not Ion's", () => {
  const html = "<html><body>502 Bad Gateway</body></html>";

  it.each([html, "", "plain", "[]", '"text"', "null"])("never crashes a read: %j", (text) => {
    expect(failureOf(read, 502, text).kind).toBe("unavailable");
    expect(failureOf(read, 500, text).kind).toBe("server");
    expect(failureOf(read, 429, text).kind).toBe("rate-limited");
    expect(failureOf(read, 401, text).kind).toBe("unauthorized");
    expect(failureOf(read, 404, text).kind).toBe("bad-answer");
    expect(failureOf(read, 403, text).kind).toBe("bad-answer");
  });

  it.each([200, 302, 400, 404, 408, 429, 500, 502, 503])(
    "leaves a write's outcome unknown at status %i",
    (status) => {
      for (const text of [html, "", "plain"]) {
        expect(failureOf(write, status, text)).toMatchObject({
          kind: "outcome-unknown",
          info: { sent: "maybe" },
        });
      }
    },
  );

  it("is no success: HTML, nothing at all, or an error under 200", () => {
    for (const text of [html, "", e1(500, "INTERNAL_ERROR", "x")]) {
      expect(failureOf(read, 200, text)).toMatchObject({
        kind: "bad-answer",
        info: { operation: "customers.list" },
      });
    }
  });

  it("may be empty only where nothing is expected", () => {
    expect(
      readAnswer({ ...write, mayBeEmpty: true }, { status: 200, headers: {}, text: "" }, TOKEN).whole,
    ).toEqual({});
    expect(readAnswer(write, { status: 204, headers: {}, text: "" }, TOKEN).whole).toEqual({});
  });
});

describe("an error", () => {
  it("carries neither the access token nor a secret of the body", () => {
    const text = e1(400, "INVALID_REQUEST", `token ${TOKEN} and password: hunter2 refused`);
    const error = failureOf(read, 400, text);
    expect(JSON.stringify([error.message, error.info])).not.toMatch(/the-access-token|hunter2/);
  });
});

describe("readWith", () => {
  it("names the call and the field of an answer that makes no sense", () => {
    const body = {
      customers: [{ name: "accounts/1/customers/2" }, { name: "accounts/1/customers/3", customerEmail: {} }],
    };
    const run = (call: IonCall<unknown>) => () => readWith(call, customersPageSchema, body, 200);
    expect(run(read)).toThrow(
      expect.objectContaining({
        kind: "bad-answer",
        info: expect.objectContaining({
          operation: "customers.list",
          field: "customers[1].customerEmail",
          status: 200,
        }),
      }),
    );
    expect(run(write)).toThrow(expect.objectContaining({ kind: "outcome-unknown" }));
  });

  it.each([[{ hello: "world" }], [[]], ["text"], [null], [7]])(
    "does not take %j for an empty list",
    (body) => {
      expect(() => readWith(read, customersPageSchema, body, 200)).toThrow(IonError);
    },
  );

  it("takes {} for an empty list, since Ion leaves empty fields out", () => {
    expect(readWith(read, customersPageSchema, {}, 200)).toEqual({ customers: [], nextPageToken: null });
  });
});
