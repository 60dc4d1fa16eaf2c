import { expect, test } from "vitest";
import { RequestError } from "@/lib/get-json";
import { againAfterMs } from "./after-failure";

test("an outage, a limit and a lost network are asked again; being signed out or turned away is not", () => {
  for (const status of [0, 429, 500, 502, 503, 504]) {
    expect(againAfterMs(new RequestError(status))).toBe(15_000);
  }
  expect(againAfterMs(new Error("unreadable"))).toBe(15_000);
  for (const status of [401, 403, 404, 422]) expect(againAfterMs(new RequestError(status))).toBe(false);
});
