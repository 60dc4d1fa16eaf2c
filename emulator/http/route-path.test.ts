import { expect, test } from "vitest";
import { toRoutePath } from "./route-path";

test.each([
  ["/api/v3/accounts/1/orders", "/api/v3/accounts/1/orders"],
  ["/api/v3/accounts/1/customers/", "/api/v3/accounts/1/customers"],
  ["/a/orders/12:cancel", "/a/orders/12/~cancel"],
  ["/a/orders/12%3Acancel", "/a/orders/12/~cancel"],
  ["/a/orders/12%3acancel/", "/a/orders/12/~cancel"],
  ["/a/products:pricing", "/a/products/~pricing"],
  ["/a/products/A:B:enable", "/a/products/A:B/~enable"],
  ["/a/:cancel", "/a/:cancel"],
  ["/a:b/c", "/a:b/c"],
  ["/", "/"],
  ["//", "/"],
])("%s is matched as %s", (path, expected) => {
  expect(toRoutePath(path)).toBe(expected);
});
