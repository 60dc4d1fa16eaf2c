import { expect, it } from "vitest";
import { humanise } from "./humanise";

it.each([
  ["billingEmail", "Billing email"],
  ["customerDNSName", "Customer DNS name"],
  ["mpn_id-2", "Mpn id 2"],
  ["ibm.customer/Number", "Ibm customer number"],
  ["élanVital", "Élan vital"],
  ["名前", "名前"],
  ["__proto__", "Proto"],
  ["---", "---"],
])("labels %s as %s", (name, label) => {
  expect(humanise(name)).toBe(label);
});

it("cuts a label that nobody would read to the end", () => {
  expect([...humanise("word ".repeat(5000))]).toHaveLength(80);
});
