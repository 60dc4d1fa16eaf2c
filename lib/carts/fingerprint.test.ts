import { expect, test } from "vitest";
import { cartFingerprint, type FingerprintLine } from "./fingerprint";

const line = (over: Partial<FingerprintLine> = {}): FingerprintLine => ({
  id: "1",
  planName: "products/p/skus/s/plans/m",
  quantity: 25,
  unitPrice: { amount: "16.50", currency: "USD" },
  onceTotal: null,
  addOn: null,
  attributes: [{ name: "domainName", value: "contoso" }],
  ...over,
});
const base = cartFingerprint([line(), line({ id: "2" })]);

test("the order of the lines and the digits of a price do not change it", () => {
  const sameCart = [line({ id: "2" }), line({ unitPrice: { amount: "16.5", currency: "USD" } })];
  expect(cartFingerprint(sameCart)).toBe(base);
});

test.each<[string, Partial<FingerprintLine>]>([
  ["quantity", { quantity: 26 }],
  ["price", { unitPrice: { amount: "16.51", currency: "USD" } }],
  ["currency", { unitPrice: { amount: "16.50", currency: "EUR" } }],
  ["price that became unknown", { unitPrice: null }],
  ["set-up fee", { onceTotal: { amount: "5", currency: "USD" } }],
  ["plan", { planName: "products/p/skus/s/plans/y" }],
  ["add-on", { addOn: { planId: "a", quantity: 1, unitPrice: null } }],
  ["answer", { attributes: [{ name: "domainName", value: "fabrikam" }] }],
])("a changed %s changes it", (_what, over) => {
  expect(cartFingerprint([line(over), line({ id: "2" })])).not.toBe(base);
});

test("a missing line changes it", () => {
  expect(cartFingerprint([line()])).not.toBe(base);
});

test("100 and 1 are different prices", () => {
  const hundred = line({ unitPrice: { amount: "100", currency: "JPY" } });
  const one = line({ unitPrice: { amount: "1", currency: "JPY" } });
  expect(cartFingerprint([hundred])).not.toBe(cartFingerprint([one]));
});
