import { expect, test } from "vitest";
import { parseJsonBody } from "./body";

test("keys become camelCase, at every depth, but not inside the caller's own fields", () => {
  const text = JSON.stringify({
    customer_custom_fields: { my_key: 1 },
    order_items: [{ plan_id: "a_b" }],
    plain: "snake_value",
  });
  expect(parseJsonBody(text, "application/json; charset=utf-8")).toEqual({
    customerCustomFields: { my_key: 1 },
    orderItems: [{ planId: "a_b" }],
    plain: "snake_value",
  });
});

test("no body is undefined, whatever the content type", () => {
  expect(parseJsonBody("", undefined)).toBeUndefined();
});

test.each([[undefined], ["text/plain"], ["application/x-www-form-urlencoded"]])(
  "content type %s is refused",
  (type) => {
    expect(() => parseJsonBody("{}", type)).toThrow();
  },
);

test("a key named __proto__ changes no prototype", () => {
  const body = parseJsonBody('{"__proto__":{"admin":true}}', "application/json") as { admin?: boolean };
  expect(Object.getPrototypeOf(body)).toBe(Object.prototype);
  expect(body.admin).toBeUndefined();
});
