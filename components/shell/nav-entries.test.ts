import { describe, expect, it } from "vitest";
import { currentEntry, type NavEntry } from "@/components/shell/nav-entries";

const entries: NavEntry[] = [
  { key: "home", href: "/" },
  { key: "customers", href: "/customers" },
  { key: "carts", href: "/carts" },
  { key: "catalog", href: "/catalog" },
];

describe("currentEntry", () => {
  it.each([
    ["/", "home"],
    ["/customers", "customers"],
    ["/customers/42/orders/7", "customers"],
    ["/catalog/office-365", "catalog"],
  ])("%s belongs to %s", (pathname, key) => {
    expect(currentEntry(entries, pathname)?.key).toBe(key);
  });

  it("does not take one word for another that it starts with", () => {
    expect(currentEntry(entries, "/cartsomething")).toBeUndefined();
  });
});
