import { expect, test } from "vitest";
import { later, laterDone } from "./later";

test("outside of a request it starts at once, is waited for by name, and a failure stays inside", async () => {
  const done: string[] = [];
  later("first", async () => {
    await new Promise((resolve) => setTimeout(resolve, 20));
    done.push("first");
  });
  later("second", async () => {
    throw new Error("no");
  });
  expect(done).toEqual([]);
  await laterDone();
  expect(done).toEqual(["first"]);
});
