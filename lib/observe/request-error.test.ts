import { afterEach, expect, test, vi } from "vitest";
import { log } from "@/lib/log";
import { consoleToLog } from "./console-to-log";
import { reportRequestError } from "./report-request-error";

const { debug, error: printError, info, log: print, warn } = console;
afterEach(() => {
  Object.assign(console, { debug, error: printError, info, log: print, warn });
  vi.restoreAllMocks();
});

test("an error that nobody caught is in the log with the digest and the id that the person has", async () => {
  const written = vi.spyOn(log, "error").mockReturnValue();
  const error = Object.assign(new Error("the page broke"), { digest: "1234567" });
  await reportRequestError(
    error,
    { path: "/orders?search=ann", method: "GET", headers: { "x-request-id": "the-browsers-request" } },
    {
      routerKind: "App Router",
      routePath: "/orders",
      routeType: "render",
      renderSource: "react-server-components",
      revalidateReason: undefined,
    },
  );
  expect(written.mock.calls).toEqual([
    [
      {
        event: "request-error",
        requestId: "the-browsers-request",
        digest: "1234567",
        method: "GET",
        path: "/orders",
        route: "/orders",
        routeType: "render",
        err: error,
      },
      "a request broke",
    ],
  ]);
});

test("what is printed goes through the log, an error as an error", () => {
  const errors = vi.spyOn(log, "error").mockReturnValue();
  const warnings = vi.spyOn(log, "warn").mockReturnValue();
  consoleToLog();
  const error = new Error("no");
  console.error("⨯", error);
  console.warn("compiled in %d ms", 12);
  expect(errors.mock.calls).toEqual([[{ event: "console", err: error }, "⨯"]]);
  expect(warnings.mock.calls).toEqual([[{ event: "console" }, "compiled in 12 ms"]]);
});
