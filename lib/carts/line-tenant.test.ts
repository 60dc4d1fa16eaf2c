import { describe, expect, test } from "vitest";
import { makesTenant } from "./line-tenant";

type Order = Parameters<typeof makesTenant>[0];
const order = (state: Order["state"], attributes: [string, string][], action = "CREATE") =>
  ({
    state,
    items: [{ action, attributes: attributes.map(([name, value]) => ({ name, value })) }],
  }) as unknown as Order;
const newTenant: [string, string][] = [
  ["domainName", "contoso"],
  ["agreementEmail", "a@b.example"],
];

describe("an order that is making a Microsoft tenant", () => {
  test("is one under way with the attributes of a new tenant", () => {
    expect(makesTenant(order("pending", newTenant))).toBe(true);
    expect(makesTenant(order("running", newTenant))).toBe(true);
  });

  test("is none that has ended: then the cloud profile knows", () => {
    for (const state of ["done", "failed", "cancelled"] as const)
      expect(makesTenant(order(state, newTenant)), state).toBe(false);
  });

  test("is none that adds to a tenant, although Ion writes the tenant's domain into it", () => {
    expect(makesTenant(order("pending", [...newTenant, ["operations", "addSubscription"]]))).toBe(false);
    expect(makesTenant(order("pending", [["customerDomain", "contoso.example"]]))).toBe(false);
    expect(makesTenant(order("pending", newTenant, "UPDATE"))).toBe(false);
  });
});
