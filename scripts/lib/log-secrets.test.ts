import { expect, test } from "vitest";
import { findSecrets } from "./log-secrets.mjs";

const PASSWORD = 'Ion-3x"Yq/9+7q';
const secrets = [
  { kind: "user's password", value: PASSWORD },
  { kind: "refresh token", value: "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567" },
  { kind: "a word", value: "cat" },
];
const line = (fields: object) => `${JSON.stringify({ level: 30, event: "ion-call", ...fields })}\n`;
const clean = `${line({ msg: "the cat sat" })}▲ Next.js\n`;

test("a clean log has none, and short words are no secrets", () => {
  expect(findSecrets(clean, secrets)).toEqual([]);
});

const basic = (name: string) => Buffer.from(`${name}:${PASSWORD}`).toString("base64");
const plants: [string, string][] = [
  ["as it is", `Error: ${PASSWORD}\n`],
  ["in a JSON line", line({ err: { message: `no ${PASSWORD}` } })],
  ["in an address", line({ path: `/x?p=${encodeURIComponent(PASSWORD)}` })],
  ["in a form", line({ body: new URLSearchParams({ p: PASSWORD }).toString() })],
  ["in base64", line({ header: `Basic ${basic("ab")}` })],
  ["in base64 at another place", line({ header: `Basic ${basic("abc")}` })],
  ["in base64 at the third place", line({ header: `Basic ${basic("abcd")}` })],
  ["in base64url", line({ jwt: Buffer.from(`{"p":"${PASSWORD}"}`).toString("base64url") })],
];

test.each(plants)("a planted secret is found %s, and told without being repeated", (_, planted) => {
  const found = findSecrets(clean + planted + clean, secrets);
  expect(found).toMatchObject([{ kind: "user's password", line: 3 }]);
  expect(JSON.stringify(found)).not.toContain(PASSWORD);
});

test("every line that leaks is told with its event", () => {
  const token = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  const log =
    line({ event: "sync", token }) + clean + line({ event: "ion-call", operation: "orders.get", token });
  expect(findSecrets(log, secrets).map(({ event, line: at }) => [event, at])).toEqual([
    ["sync", 1],
    ["ion-call orders.get", 4],
  ]);
});
