import { expect, test } from "vitest";
import { shortName } from "./short-name";

test.each([
  ["M365 Business Std - One-Year commitment", "M365 Business Std", "One-Year commitment"],
  ["m365 business std: yearly", "M365 Business Std", "yearly"],
  ["Monthly", "M365 Business Std", "Monthly"],
  ["M365 Business Std", "M365 Business Std", "M365 Business Std"],
  // A longer word only begins like the SKU's name.
  ["Proofing tools", "Proof", "Proofing tools"],
  ["Monthly", null, "Monthly"],
])("%s under %s is %s", (name, of, short) => {
  expect(shortName(name, of)).toBe(short);
});
