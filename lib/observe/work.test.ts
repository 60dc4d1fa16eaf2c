import { expect, test } from "vitest";
import { asWork, currentWork, newWorkId, outsideOfWork, requestIdFrom } from "./work";

test("the id of a proxy is kept when it is sane, and replaced when it is not", () => {
  expect(requestIdFrom("4bf92f3577b34da6a3ce929d0e0e4736")).toBe("4bf92f3577b34da6a3ce929d0e0e4736");
  for (const odd of [
    undefined,
    "",
    "short",
    "a b c d e f g h",
    "x".repeat(65),
    'a"}\n{"level":60',
    ["one", "two"],
  ]) {
    expect(requestIdFrom(odd)).toMatch(/^[0-9a-f]{16}$/);
  }
});

test("work goes along with what is begun in it, and not further", async () => {
  const id = newWorkId();
  const seen = await asWork({ id, kind: "job" }, async () => {
    await new Promise((resolve) => setTimeout(resolve, 5));
    return [currentWork()?.id, outsideOfWork(currentWork)];
  });
  expect(seen).toEqual([id, undefined]);
  expect(currentWork()).toBeUndefined();
});
