import { describe, expect, test } from "vitest";
import { distortList } from "./distort-list";

const page = JSON.stringify({
  totalCount: 4,
  items: [1, 2, 3, 4].map((id) => ({ id, status: "ACTIVE" })),
  next: "x",
});
const idsAnd = (text: string) => JSON.parse(text).items.map((row: { id: number }) => row.id);

describe("a list distorted", () => {
  test("loses the wanted share of its rows, spread over the page, and nothing else", () => {
    const text = distortList(page, { kind: "missing-rows", share: 0.5 });
    expect(idsAnd(text)).toEqual([1, 3]);
    expect(JSON.parse(text)).toMatchObject({ totalCount: 4, next: "x" });
    expect(idsAnd(distortList(page, { kind: "missing-rows", share: 1 }))).toEqual([]);
    expect(idsAnd(distortList(page, { kind: "missing-rows", share: 0 }))).toEqual([1, 2, 3, 4]);
  });

  test("gets other values on the wanted share of its rows", () => {
    const text = distortList(page, { kind: "changed-rows", share: 0.75, fields: { status: "GONE" } });
    const statuses = JSON.parse(text).items.map((row: { status: string }) => row.status);
    expect(statuses).toEqual(["ACTIVE", "GONE", "GONE", "GONE"]);
    expect(idsAnd(text)).toEqual([1, 2, 3, 4]);
  });

  test("an answer that is no list stays as it is", () => {
    for (const text of ['{"id":1,"tags":["a"]}', "[1,2]", '"text"']) {
      expect(distortList(text, { kind: "missing-rows", share: 1 })).toBe(text);
    }
  });
});
