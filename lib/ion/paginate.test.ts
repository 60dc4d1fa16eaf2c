import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { followOffsets, followTokens, nextOffset } from "./paginate";

interface Row {
  id: string;
}

const call = { operation: "things.list", path: "/things" };
const rows = (...ids: (string | number)[]): Row[] => ids.map((id) => ({ id: String(id) }));
const idOf = (row: Row) => row.id;

async function all(list: AsyncIterable<Row>): Promise<string[]> {
  const ids: string[] = [];
  for await (const row of list) ids.push(row.id);
  return ids;
}

describe("followTokens", () => {
  it("reads to the last page whatever the sizes of the pages, empty ones included", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat({ max: 4 }), { minLength: 1, maxLength: 12 }), async (sizes) => {
        let next = 0;
        const pages = sizes.map((size) => rows(...Array.from({ length: size }, () => next++)));
        const read = await all(
          followTokens(
            call,
            async (token) => {
              const at = Number(token ?? 0);
              const nextPageToken = at + 1 < pages.length ? String(at + 1) : null;
              return { rows: pages[at] ?? [], nextPageToken };
            },
            idOf,
          ),
        );
        expect(read).toEqual(pages.flat().map(idOf));
      }),
    );
  });

  it("yields a row once when it moves to the next page meanwhile", async () => {
    const pages = [rows(1, 2), rows(2, 3)];
    const list = followTokens(
      call,
      async (token) => ({ rows: pages[token ? 1 : 0] ?? [], nextPageToken: token ? null : "t" }),
      idOf,
    );
    expect(await all(list)).toEqual(["1", "2", "3"]);
  });

  it("stops with an error when Ion sends the same token again", async () => {
    const list = followTokens(call, async () => ({ rows: rows(1), nextPageToken: "same" }), idOf);
    await expect(all(list)).rejects.toMatchObject({ kind: "bad-answer", info: { field: "nextPageToken" } });
  });

  it("asks for no page the reader does not want", async () => {
    let asked = 0;
    const list = followTokens(
      call,
      async () => {
        asked += 1;
        return { rows: rows(asked), nextPageToken: `t${asked}` };
      },
      idOf,
    );
    for await (const row of list) if (row.id === "2") break;
    expect(asked).toBe(2);
  });
});

describe("followOffsets", () => {
  it("moves by the rows received, so a server that caps the page skips nothing", async () => {
    const everything = rows(...Array.from({ length: 25 }, (_, index) => index));
    const offsets: number[] = [];
    const list = followOffsets(async (offset) => {
      offsets.push(offset);
      return { rows: everything.slice(offset, offset + 10), totalCount: null };
    }, idOf);
    expect(await all(list)).toHaveLength(25);
    expect(offsets).toEqual([0, 10, 20, 25]);
  });

  it("ends at the total without asking for an empty page", async () => {
    let asked = 0;
    const list = followOffsets(async () => {
      asked += 1;
      return { rows: rows(1, 2), totalCount: 2 };
    }, idOf);
    expect(await all(list)).toEqual(["1", "2"]);
    expect(asked).toBe(1);
  });

  it("ends when a server ignores the offset and repeats itself", async () => {
    const list = followOffsets(async () => ({ rows: rows(1, 2), totalCount: 100 }), idOf);
    expect(await all(list)).toEqual(["1", "2"]);
  });
});

describe("nextOffset", () => {
  it.each([
    [0, 10, null, 10],
    [0, 10, 25, 10],
    [20, 5, 25, null],
    [20, 0, 25, null],
    [20, 0, null, null],
  ])("after offset %j with %j rows of %j is %j", (offset, received, total, next) => {
    expect(nextOffset(offset, received, total)).toBe(next);
  });
});
