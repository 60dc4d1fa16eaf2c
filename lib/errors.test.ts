import { expect, test, vi } from "vitest";
import { AppError } from "./errors";
import { IonError, isIonError } from "./ion/errors";

test("an error is known by every copy of its class: the server's bundles hold one each", async () => {
  const info = { operation: "orders.get", method: "GET", path: "/", sent: "answered" } as const;
  vi.resetModules();
  const copies = { ...(await import("./errors")), ...(await import("./ion/errors")) };
  expect(copies.IonError).not.toBe(IonError);
  expect(new copies.IonError("not-found", info)).toBeInstanceOf(IonError);
  expect(isIonError(new copies.IonError("not-found", info), "not-found")).toBe(true);
  expect(new copies.AppError("NOT_FOUND")).toBeInstanceOf(AppError);
});

test("other errors are neither", () => {
  for (const other of [new Error("IonError"), new Error("AppError"), null, "AppError"]) {
    expect(other instanceof IonError).toBe(false);
    expect(other instanceof AppError).toBe(false);
  }
});
