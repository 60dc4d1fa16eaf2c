import { expect, test } from "vitest";
import { withinPatience } from "./patience";

const after = <T>(ms: number, make: () => T) =>
  new Promise<T>((resolve, reject) => {
    setTimeout(() => {
      try {
        resolve(make());
      } catch (error) {
        reject(error);
      }
    }, ms);
  });
const fails = () => {
  throw new Error("no");
};

test("what comes in time is answered, failures too", async () => {
  expect(await withinPatience(Promise.resolve("here"), 50)).toBe("here");
  await expect(withinPatience(after(1, fails), 50)).rejects.toThrow("no");
});

test("what takes longer is not waited for, and its failure brings nobody down", async () => {
  expect(await withinPatience(after(30, fails), 5)).toBeUndefined();
  await after(50, () => undefined);
});
