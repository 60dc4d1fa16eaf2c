import { describe, expect, test } from "vitest";
import { AppError } from "@/lib/errors";
import { IonError, type IonErrorKind, type IonRequestSent } from "@/lib/ion/errors";
import { isCertainlyUndone, isWorthAnotherTry, pauseBeforeNextTry } from "./retry-policy";

const ion = (kind: IonErrorKind, sent: IonRequestSent, retryAfterSeconds?: number) =>
  new IonError(kind, {
    operation: "carts.checkout",
    method: "POST",
    path: "/",
    sent,
    ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }),
  });

describe("a request is sent again only when it certainly was not carried out", () => {
  test.each([
    ["it never left", ion("network", "no"), true],
    ["no token could be had", ion("connection-lost", "no"), true],
    ["it waited for a slot until its time was up", ion("timeout", "no"), true],
    ["too many calls, in Ion's words", ion("rate-limited", "answered"), true],
    ["a token that Ion refused twice", ion("unauthorized", "answered"), true],
    ["no clear answer", ion("outcome-unknown", "maybe"), false],
    ["Ion refused it", ion("invalid", "answered"), false],
    ["Ion refused an attribute", ion("validation", "answered"), false],
    ["something else broke", new Error("bug"), false],
  ])("%s", (_name, error, expected) => {
    expect(isCertainlyUndone(error)).toBe(expected);
  });
});

describe("a check is made again when what stopped it may pass", () => {
  test.each([
    ["Ion is down", ion("unavailable", "answered"), true],
    ["the database is away", new Error("no connection"), true],
    ["the price changed", new AppError("PRICE_CHANGED"), false],
    ["Ion does not know the cart", ion("not-found", "answered"), false],
  ])("%s", (_name, error, expected) => {
    expect(isWorthAnotherTry(error)).toBe(expected);
  });
});

describe("the pauses", () => {
  test("grow, and end after five tries and about two minutes", () => {
    const pauses = [1, 2, 3, 4, 5].map((tries) => pauseBeforeNextTry(tries, undefined));
    expect(pauses).toEqual([3, 10, 30, 70, undefined]);
  });

  test("are as long as Ion asks, up to a minute", () => {
    expect(pauseBeforeNextTry(1, ion("rate-limited", "answered", 20))).toBe(20);
    expect(pauseBeforeNextTry(1, ion("rate-limited", "answered", 3600))).toBe(60);
  });
});
