import { expect, test } from "vitest";
import { routeNames } from "./route-names";

const names = routeNames(
  {
    staticRoutes: [{ page: "/" }, { page: "/orders" }, { page: "/customers/new" }],
    dynamicRoutes: [{ page: "/customers/[customerId]", regex: "^/customers/([^/]+?)(?:/)?$" }],
  },
  { node: { "60ab": { exportedName: "placeOrderAction" } } },
);

test("a path is counted under its route, and whatever anybody makes up under one name", () => {
  expect(names.ofPath("/orders")).toBe("/orders");
  expect(names.ofPath("/customers/70589")).toBe("/customers/[customerId]");
  expect(names.ofPath("/customers/new")).toBe("/customers/new");
  expect(names.ofPath("/_next/static/chunks/1.js")).toBe("static");
  expect(names.ofPath("/wp-admin/70589")).toBe("other");
});

test("an action is counted under its name in the code", () => {
  expect(names.ofAction("60ab")).toBe("placeOrderAction");
  expect(names.ofAction("constructor")).toBe("other");
});

test("without a build nothing has a name, and nothing breaks", () => {
  expect(routeNames(undefined, undefined).ofPath("/orders")).toBe("other");
});
