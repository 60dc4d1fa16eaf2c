import { expect, test } from "vitest";
import { newer } from "./newer";

test("a page that comes back shows the newer of what it held and what the server sent", () => {
  const held = { data: "held", dataUpdatedAt: 20 };
  expect(newer(held, { data: "sent", asOfMs: 10 })).toEqual({ data: "held", dataUpdatedAt: 20 });
  expect(newer(held, { data: "sent", asOfMs: 30 })).toEqual({ data: "sent", dataUpdatedAt: 30 });
});
