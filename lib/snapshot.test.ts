import { expect, test } from "vitest";
import { expireSnapshot, patchSnapshot, peekSnapshot, readSnapshot } from "./snapshot";

let number = 0;
function list(maxAgeSeconds = 60) {
  const key = `test/${++number}`;
  const state = { reads: 0, rows: ["a"], fail: false };
  const get = () =>
    readSnapshot({
      key,
      maxAgeSeconds,
      read: async function* () {
        state.reads++;
        await new Promise((resolve) => setTimeout(resolve, 5));
        if (state.fail) throw new Error("down");
        yield* state.rows;
      },
    });
  return { key, state, get };
}

test("many readers at once cause one read", async () => {
  const { state, get } = list();
  const results = await Promise.all([get(), get(), get()]);
  expect(state.reads).toBe(1);
  expect(results.map((result) => result.rows)).toEqual([["a"], ["a"], ["a"]]);
});

test("after a write the next reader sees it", async () => {
  const { key, state, get } = list();
  await get();
  state.rows = ["a", "b"];
  expireSnapshot(key);
  expect((await get()).rows).toEqual(["a", "b"]);
});

test("with Ion down the old rows stay, with their time", async () => {
  const { key, state, get } = list();
  const first = await get();
  state.fail = true;
  expireSnapshot(key);
  expect(await get()).toEqual(first);
});

test("with nothing held, the reader learns that Ion is down, and the next one tries again", async () => {
  const { state, get } = list();
  state.fail = true;
  await expect(get()).rejects.toThrow("down");
  state.fail = false;
  expect((await get()).rows).toEqual(["a"]);
});

test("an old snapshot is answered at once and renewed behind it", async () => {
  const { state, get } = list(0);
  await get();
  await new Promise((resolve) => setTimeout(resolve, 5));
  state.rows = ["new"];
  expect((await get()).rows).toEqual(["a"]);
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect((await get()).rows).toEqual(["new"]);
});

test("a peek asks nobody, and shows nothing that a write has outdated", async () => {
  const { key, state, get } = list();
  expect(peekSnapshot(key)).toBeUndefined();
  const first = await get();
  expect(peekSnapshot(key)).toEqual(first);
  expireSnapshot(key);
  expect(peekSnapshot(key)).toBeUndefined();
  expect(state.reads).toBe(1);
});

test("whoever is not patient gets the rows so far, and later all of them", async () => {
  let go = () => {};
  const gate = new Promise<void>((resolve) => {
    go = resolve;
  });
  const get = () =>
    readSnapshot({
      key: `test/${++number}`.replace(/\d+$/, "slow"),
      maxAgeSeconds: 60,
      patienceMs: 5,
      read: async function* () {
        await new Promise((resolve) => setTimeout(resolve, 30));
        yield "a";
        await gate;
        yield "b";
      },
    });
  expect(await get()).toMatchObject({ rows: ["a"], partial: true });
  go();
  await new Promise((resolve) => setTimeout(resolve, 5));
  expect(await get()).toEqual({ rows: ["a", "b"], asOf: expect.any(String) });
});

test("an impatient reader learns as well that Ion is down", async () => {
  const read = readSnapshot({
    key: "test/down",
    maxAgeSeconds: 60,
    patienceMs: 1,
    read: async function* () {
      await new Promise((resolve) => setTimeout(resolve, 20));
      throw new Error("down");
    },
  });
  await expect(read).rejects.toThrow("down");
});

test("a write of known outcome is put into the rows that are held", async () => {
  const { key, state, get } = list();
  patchSnapshot<string>(key, () => ["nothing is held yet"]);
  await get();
  patchSnapshot<string>(key, (rows) => [...rows, "b"]);
  expect((await get()).rows).toEqual(["a", "b"]);
  expect(state.reads).toBe(1);
});
