import type pg from "pg";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { openPglite } from "./open-pglite";

let pool: pg.Pool;
let close: () => Promise<void>;

beforeAll(async () => {
  ({ pool, close } = await openPglite("memory://"));
  await pool.query("create table notes (id int primary key, text text not null)");
});
beforeEach(() => pool.query("truncate notes"));
afterAll(() => close());

const count = async () => (await pool.query("select id from notes")).rows.length;
const fails = (query: string | pg.QueryConfig) =>
  expect(pool.query(query as pg.QueryConfig)).rejects.toThrow("division by zero");

test("questions and answers larger than any buffer arrive whole", async () => {
  const text = "é€🙂".repeat(400_000);
  await pool.query("insert into notes values (1, $1)", [text]);
  const { rows } = await pool.query<{ text: string }>("select text from notes where id = $1", [1]);
  expect(rows[0]?.text === text).toBe(true);
});

test("many at once wait for each other, and each gets its own answer", async () => {
  const asked = Array.from({ length: 500 }, (_, index) => index);
  const answers = await Promise.all(
    asked.map((number) =>
      pool.query<{ answer: number }>({
        name: "double",
        text: "select $1::int * 2 as answer",
        values: [number],
      }),
    ),
  );
  expect(answers.map(({ rows }) => rows[0]?.answer)).toEqual(asked.map((number) => number * 2));
});

test("after a failure the next question works, also one that was prepared before", async () => {
  const prepared = { name: "quotient", text: "select 6 / $1::int as answer" };
  expect((await pool.query({ ...prepared, values: [2] })).rows).toEqual([{ answer: 3 }]);
  await fails({ ...prepared, values: [0] });
  await fails("select 1 / 0");
  expect((await pool.query({ ...prepared, values: [3] })).rows).toEqual([{ answer: 2 }]);
});

test("a transaction that fails in the middle of several statements leaves nothing, and nothing open", async () => {
  await fails("begin; insert into notes values (1, 'one'); select 1 / 0; commit");
  expect(await count()).toBe(0);
  await pool.query("insert into notes values (2, 'two')");
  expect(await count()).toBe(1);
});

test("a connection given up in the middle of a transaction rolls it back and frees its locks", async () => {
  const client = await pool.connect();
  await client.query("select pg_advisory_lock(1)");
  await client.query("begin");
  await client.query("insert into notes values (1, 'one')");
  client.release(true);
  expect(await count()).toBe(0);
  expect((await pool.query("select * from pg_locks where locktype = 'advisory'")).rows).toEqual([]);
});

test("a transaction keeps all others waiting, and they see what it did", async () => {
  const client = await pool.connect();
  await client.query("begin");
  const seen = count();
  await client.query("insert into notes values (1, 'one')");
  await client.query("commit");
  client.release();
  expect(await seen).toBe(1);
});
