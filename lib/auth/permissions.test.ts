import { describe, expect, test } from "vitest";
import { PERMISSIONS, ROLES, roleMay } from "./permissions";

describe("the permission table", () => {
  test("sales may place orders but sees no cost, writes no customer, cancels nothing", () => {
    expect(roleMay("sales", "orders:place")).toBe(true);
    for (const permission of ["prices:cost", "customers:write", "orders:cancel", "catalog:manage"] as const) {
      expect(roleMay("sales", permission), permission).toBe(false);
    }
  });

  test("an account admin does all but what belongs to the owner", () => {
    const refused = PERMISSIONS.filter((permission) => !roleMay("admin", permission));
    expect(refused).toEqual(["orders:configure", "connection:manage", "audit:read"]);
  });

  test("the owner may do everything", () => {
    expect(PERMISSIONS.every((permission) => roleMay("owner", permission))).toBe(true);
    expect(ROLES).toHaveLength(3);
  });
});
