import { expect, test } from "vitest";
import { playwrightCounts, vitestCounts } from "./counted.mjs";

test("a report of Vitest: skipped tests and files that do not load count as failed, and are named", () => {
  const counted = vitestCounts({
    numPassedTests: 1,
    numFailedTests: 1,
    numPendingTests: 1,
    numTodoTests: 0,
    testResults: [
      {
        name: "a.test.ts",
        status: "failed",
        assertionResults: [
          { status: "passed", fullName: "holds" },
          { status: "failed", fullName: "breaks", failureMessages: ["expected 1\nat line 3"] },
          { status: "skipped", fullName: "sleeps" },
        ],
      },
      { name: "b.test.ts", status: "failed", message: "no such module", assertionResults: [] },
    ],
  });
  expect(counted).toEqual({
    passed: 1,
    failed: 3,
    causes: [
      "b.test.ts · no such module",
      "a.test.ts · breaks · failed · expected 1",
      "a.test.ts · sleeps · skipped · ",
    ],
  });
});

test("a report of Playwright: a test that needed a second try counts as failed, and is named", () => {
  const spec = (title: string, status: string, message?: string) => ({
    file: "one.spec.ts",
    title,
    tests: [{ status, results: [{ error: message === undefined ? undefined : { message } }] }],
  });
  const counted = playwrightCounts({
    stats: { expected: 1, unexpected: 1, flaky: 1, skipped: 0 },
    errors: [],
    suites: [
      {
        specs: [spec("holds", "expected")],
        suites: [{ specs: [spec("wavers", "flaky", "\u001b[31mlate\u001b[0m\nat 3")] }],
      },
      { specs: [spec("breaks", "unexpected", "gone")] },
    ],
  });
  expect(counted).toEqual({
    passed: 1,
    failed: 2,
    causes: ["one.spec.ts · wavers · flaky · late", "one.spec.ts · breaks · unexpected · gone"],
  });
});
