import { expect, it } from "vitest";
import { templateById } from "./fixtures/raw-template";
import { templateSpec } from "./fixtures/templates";
import { templateHash } from "./template-hash";

const template = templateById(templateSpec("30"));

it("is the same for the same template in any key order", () => {
  const turned = Object.fromEntries(Object.entries(template).reverse());
  expect(templateHash(turned)).toBe(templateHash(template));
  expect(templateHash(template)).toMatch(/^[0-9a-f]{16}$/);
});

it("tells a changed template by a single name, or by their order", () => {
  const [first = "", second = "", ...names] = templateSpec("30").names;
  for (const changed of [
    [second, first, ...names],
    [first, ...names],
    [first, `${second}x`, ...names],
  ]) {
    expect(templateHash(templateById({ ...templateSpec("30"), names: changed }))).not.toBe(
      templateHash(template),
    );
  }
});

it("takes anything", () => {
  const hashes = [null, undefined, "", 0, [], {}, "{}"].map(templateHash);
  expect(new Set(hashes).size).toBe(6);
});
