import { describe, expect, test } from "vitest";
import { detailFields } from "./detail-fields";

const fields = detailFields("etag", "items.*.attributes");

describe("fields that only a single answer holds", () => {
  test("are left out of the comparison", () => {
    expect(fields.without({ id: "1", etag: "x", items: [{ n: 1, attributes: [2] }, { n: 2 }] })).toEqual({
      id: "1",
      items: [{ n: 1 }, { n: 2 }],
    });
  });

  test("an answer without them is not even copied", () => {
    const listed = { id: "1", items: [{ n: 1 }] };
    expect(fields.without(listed)).toBe(listed);
  });

  test("stay when a list answers, which brings everything else", () => {
    const kept = { id: "1", name: "old", etag: "x", items: [{ n: 1, attributes: [2] }] };
    expect(fields.merged(kept, { id: "1", name: "new", items: [{ n: 5 }] })).toEqual({
      id: "1",
      name: "new",
      etag: "x",
      items: [{ n: 5, attributes: [2] }],
    });
  });

  test("of rows stay only while the rows are as many: nobody knows which is which otherwise", () => {
    const kept = { items: [{ n: 1, attributes: [2] }] };
    const listed = { items: [{ n: 1 }, { n: 2 }] };
    expect(fields.merged(kept, listed)).toEqual(listed);
  });

  test("a newer value of the list's own wins", () => {
    expect(fields.merged({ etag: "x" }, { etag: "y" })).toEqual({ etag: "y" });
  });
});
