import { expectAccessible } from "../accessible";
import { expect, signIn, test } from "../fixtures";
import { countOf, csvOf, everyRow, rowsIn } from "../lists";

type Customer = { id: string; organization: string };
type Order = { id: string; customerId: string };

test("sales see their customers only: in rows, numbers, the palette and the files", {
  tag: "@lists",
}, async ({ page }) => {
  const read = async <Row>(path: string) => {
    const answer = await page.request.get(path);
    expect(answer.status(), path).toBe(200);
    return ((await answer.json()) as { rows: Row[] }).rows;
  };
  await signIn(page, "admin");
  const everybody = await read<Customer>("/api/customers?limit=500");
  const everything = await read<Order>("/api/orders?limit=500");
  await signIn(page, "sales");
  const theirs = await read<Customer>("/api/customers?limit=500");
  const own = new Set(theirs.map(({ id }) => id));
  const strangers = everybody.filter(({ id }) => !own.has(id));
  const strangeOrder = everything.find(({ customerId }) => !own.has(customerId));
  const [stranger] = strangers;
  expect(theirs.length).toBeGreaterThan(0);
  expect(strangers.length).toBeGreaterThan(0);
  expect(strangeOrder).toBeDefined();

  for (const [path, label] of [
    ["/customers", "Customers"],
    ["/orders", "Orders"],
    ["/subscriptions", "Subscriptions"],
  ] as const) {
    await test.step(`${label}: rows, number and file`, async () => {
      await page.goto(path);
      await expect(rowsIn(page, label).first()).toBeVisible();
      const shown = await everyRow(page, label);
      const ids = shown.map((href) => /^\/customers\/(\d+)/.exec(href)?.[1] ?? href);
      expect(ids.filter((id) => !own.has(id))).toEqual([]);
      expect(await countOf(page)).toBe(shown.length);
      const { lines, promised } = await csvOf(page);
      expect(promised).toBe(shown.length);
      expect(lines).toHaveLength(shown.length);
      if (label === "Customers") {
        const names = new Set(theirs.map(({ organization }) => organization));
        expect(lines.filter(([name = ""]) => !names.has(name.replace(/^'/, "")))).toEqual([]);
      }
      await expectAccessible(page);
    });
  }

  await test.step("numbers beside filters count theirs", async () => {
    const answer = await (await page.request.get("/api/customers")).json();
    const sum = answer.facets.status.reduce((all: number, { count }: { count: number }) => all + count, 0);
    expect(sum).toBe(theirs.length);
    expect(answer.unfilteredTotal).toBe(theirs.length);
  });

  await test.step("asking for a stranger by number, name or selection finds nothing", async () => {
    for (const path of [
      `/api/customers?q=${encodeURIComponent(stranger?.organization ?? "")}`,
      `/api/customers?ids=${strangers.map(({ id }) => id).join(",")}`,
      `/api/orders?ids=${strangeOrder?.id}`,
      `/api/orders?q=${strangeOrder?.id}`,
    ]) {
      const answer = await page.request.get(path);
      expect(answer.status(), path).toBe(200);
      const { rows, total } = (await answer.json()) as { rows: { id: string }[]; total: number };
      const strange = new Set([...strangers.map(({ id }) => id), strangeOrder?.id]);
      expect(
        rows.filter(({ id }) => strange.has(id)),
        path,
      ).toEqual([]);
      expect(total, path).toBe(rows.length);
    }
    for (const list of ["orders", "subscriptions"]) {
      const answer = await page.request.get(`/api/${list}?customer=${stranger?.id}`);
      expect(answer.status(), list).toBe(404);
    }
    const file = await page.request.get(
      `/api/customers/csv?ids=${strangers.map(({ id }) => id).join(",")}&columns=name,id`,
    );
    expect((await file.text()).trim().split("\r\n")).toHaveLength(1);
    for (const text of [stranger?.organization ?? "", stranger?.id ?? "", strangeOrder?.id ?? ""]) {
      const found = await (await page.request.get(`/api/palette?q=${encodeURIComponent(text)}`)).text();
      expect(found, text).not.toContain(`/customers/${stranger?.id}"`);
      expect(found, text).not.toContain(`/orders/${strangeOrder?.id}"`);
    }
  });
});

test("a cursor that was changed or belongs elsewhere is refused in words", { tag: "@lists" }, async ({
  page,
}) => {
  await signIn(page, "admin");
  const first = async (path: string) =>
    (await (await page.request.get(path)).json()) as { nextCursor: string | null };
  for (const list of ["customers", "orders", "subscriptions", "catalog"]) {
    const { nextCursor } = await first(`/api/${list}?limit=5`);
    expect(nextCursor, list).not.toBeNull();
    const good = nextCursor ?? "";
    const other = await first(list === "orders" ? "/api/customers?limit=5" : "/api/orders?limit=5");
    const next = await page.request.get(`/api/${list}?limit=5&cursor=${encodeURIComponent(good)}`);
    expect(next.status(), list).toBe(200);
    const flipped = `${good.slice(0, 3)}${good[3] === "A" ? "B" : "A"}${good.slice(4)}`;
    for (const cursor of [flipped, other.nextCursor ?? "", "x", `${good}x.y`, "'; select 1 --", "%00"]) {
      const answer = await page.request.get(`/api/${list}?limit=5&cursor=${encodeURIComponent(cursor)}`);
      expect(answer.status(), `${list} ${cursor}`).toBe(400);
      const { error } = (await answer.json()) as {
        error: { code: string; message: string; fieldErrors?: Record<string, string[]> };
      };
      expect(error.code).toBe("INVALID_INPUT");
      expect(error.message).toMatch(/\w+ \w+/);
      expect(Object.keys(error.fieldErrors ?? {})).toEqual(["cursor"]);
    }
  }
  // Another order of the same list.
  const { nextCursor } = await first("/api/customers?limit=5&sort=name");
  const mixed = await page.request.get(`/api/customers?limit=5&sort=-created&cursor=${nextCursor}`);
  expect(mixed.status()).toBe(400);
});
