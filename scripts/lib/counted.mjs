import { say } from "./process.mjs";

/** Counts passed and failed over all steps and ends with the one line that tools read. */
export function counter() {
  const total = { passed: 0, failed: 0 };
  const started = Date.now();
  return {
    add(name, passed, failed) {
      total.passed += passed;
      total.failed += failed;
      const seconds = Math.round((Date.now() - started) / 1000);
      say(
        `${failed === 0 ? "ok  " : "FAIL"} ${name}: ${passed} passed, ${failed} failed (${seconds} s so far)`,
      );
    },
    finish() {
      say(`${total.passed} passed, ${total.failed} failed`);
      process.exit(total.failed === 0 ? 0 : 1);
    },
  };
}

/** Counts of a Vitest JSON report; a file that could not even load counts as one failure. */
export function vitestCounts(report) {
  const brokenFiles = report.testResults.filter(
    (file) => file.status === "failed" && file.assertionResults.length === 0,
  ).length;
  // A skipped test proves nothing, so it does not count as passed.
  const notRun = report.numPendingTests + report.numTodoTests;
  return { passed: report.numPassedTests, failed: report.numFailedTests + brokenFiles + notRun };
}

/** Counts of a Playwright JSON report; a test that needed a second try counts as failed. */
export function playwrightCounts(report) {
  const { expected, unexpected, flaky, skipped } = report.stats;
  return { passed: expected, failed: unexpected + flaky + skipped + report.errors.length };
}
