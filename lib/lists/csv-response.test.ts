import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { csvResponse, safeCell } from "./csv-response";

type Row = { id: number; text: string | null };

const columns = [
  { header: "Id", cell: ({ id }: Row) => id },
  { header: "Text, any", cell: ({ text }: Row) => text },
];

async function* rowsOf(list: readonly Row[]) {
  yield* list;
}

/** Reads a CSV as RFC 4180 says. */
function parse(csv: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/gy;
  for (let match = cell.exec(csv); match; match = cell.exec(csv)) {
    row.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? "");
    if (match[3] === ",") continue;
    rows.push(row);
    row = [];
  }
  return rows;
}

describe("the file", () => {
  test("has a mark, names of columns, a row a line, and a name with list and day", async () => {
    const response = csvResponse({ list: "orders", columns, rows: rowsOf([{ id: 1, text: "a" }]) });
    const bytes = new Uint8Array(await response.clone().arrayBuffer());
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(await response.text()).toBe('Id,"Text, any"\r\n1,a\r\n');
    const day = new Date().toISOString().slice(0, 10);
    expect(response.headers.get("content-disposition")).toBe(`attachment; filename="orders-${day}.csv"`);
    expect(response.headers.get("content-type")).toBe("text/csv; charset=utf-8");
    expect(response.headers.get("cache-control")).toBe("no-store");
  });

  test("gives back any text, apart from the apostrophe that disarms it", async () => {
    const anything = fc.string({ unit: fc.constantFrom(..."ab=+-@\t\r\n\",;'é🎉 1.") });
    await fc.assert(
      fc.asyncProperty(fc.array(anything, { maxLength: 8 }), async (texts) => {
        const list = texts.map((text, id) => ({ id, text }));
        const csv = await csvResponse({ list: "x", columns, rows: rowsOf(list) }).text();
        expect(parse(csv).slice(1)).toEqual(list.map(({ id, text }) => [String(id), safeCell(text)]));
      }),
    );
  });
});

describe("a cell", () => {
  test.each(["=1+1", "+41 44", "-x", "@sum", "\t=1", "\r=1", "\n=1", "-1+1", "--1", "+5", "=cmd|'/c'!A1"])(
    "that would be taken for a formula is disarmed: %j",
    (text) => {
      expect(safeCell(text)).toBe(`'${text}`);
    },
  );

  test.each(["-5", "-12.50", "12", "a=1", "'x", "", "é"])("that is harmless stays: %j", (text) => {
    expect(safeCell(text)).toBe(text);
  });

  test("without a value is empty", () => {
    expect([safeCell(null), safeCell(undefined), safeCell(0), safeCell(-3)]).toEqual(["", "", "0", "-3"]);
  });
});

describe("the stream", () => {
  test("is read no faster than it is taken, and let go of when the reader leaves", async () => {
    let made = 0;
    let closed = false;
    async function* endless() {
      try {
        while (true) yield { id: made++, text: "x".repeat(1000) };
      } finally {
        closed = true;
      }
    }
    const onEnd = vi.fn(async () => {});
    const response = csvResponse({ list: "x", columns, rows: endless(), onEnd });
    const reader = response.body?.getReader();
    await reader?.read();
    await reader?.read();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(made).toBeLessThan(200);
    await reader?.cancel();
    expect(closed).toBe(true);
    expect(onEnd).toHaveBeenCalledExactlyOnceWith({ rows: expect.any(Number), complete: false });
  });

  test("breaks off when the rows can't be read to the end, so that a part is not taken for the whole", async () => {
    async function* broken() {
      yield { id: 1, text: "a" };
      throw new Error("database gone");
    }
    const onEnd = vi.fn(async () => {});
    const response = csvResponse({ list: "x", columns, rows: broken(), onEnd });
    await expect(response.text()).rejects.toThrow();
    expect(onEnd).toHaveBeenCalledExactlyOnceWith({ rows: 1, complete: false });
  });

  test("of 100,000 rows begins at once and keeps little in memory", async () => {
    let asked = 0;
    async function* many() {
      for (let id = 0; id < 100_000; id += 1) {
        asked = id + 1;
        if (id % 1000 === 0) await new Promise((resolve) => setImmediate(resolve));
        yield { id, text: `Customer ${id}, with "quotes"` };
      }
    }
    const onEnd = vi.fn(async () => {});
    const reader = csvResponse({ list: "x", columns, rows: many(), onEnd }).body?.getReader();
    if (!reader) throw new Error("no body");
    await reader.read();
    expect(asked).toBeLessThan(5_000);
    const before = process.memoryUsage().rss;
    let most = before;
    let bytes = 0;
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      bytes += part.value.length;
      most = Math.max(most, process.memoryUsage().rss);
    }
    expect(bytes).toBeGreaterThan(3_000_000);
    expect(most - before).toBeLessThan(60 * 1024 * 1024);
    expect(onEnd).toHaveBeenCalledExactlyOnceWith({ rows: 100_000, complete: true });
  });
});
