import { stripVTControlCharacters } from "node:util";
import { say } from "./process.mjs";

/**
 * What one step found. `causes` names what failed, a line each, as far as the step knows.
 * @typedef {{ passed: number, failed: number, causes?: string[] }} Counted
 */

/** Counts passed and failed over all steps, and ends with what failed and the one line that tools read. */
export function counter() {
  const total = { passed: 0, failed: 0 };
  const causes = [];
  const started = Date.now();
  return {
    /** @param {string} name @param {Counted} counted */
    add(name, counted) {
      total.passed += counted.passed;
      total.failed += counted.failed;
      if (counted.failed > 0) causes.push(...namesOf(name, counted.causes));
      const seconds = Math.round((Date.now() - started) / 1000);
      const word = counted.failed === 0 ? "ok  " : "FAIL";
      say(`${word} ${name}: ${counted.passed} passed, ${counted.failed} failed (${seconds} s so far)`);
    },
    finish() {
      // Said again here: who reads a long log, or only its end, looks here first.
      for (const cause of causes) say(`failed ${cause}`);
      say(`${total.passed} passed, ${total.failed} failed`);
      process.exit(total.failed === 0 ? 0 : 1);
    },
  };
}

/** @param {boolean} passed @returns {Counted} */
export const oneTest = (passed) => ({ passed: passed ? 1 : 0, failed: passed ? 0 : 1 });

/** @param {Counted} one @param {Counted} other @returns {Counted} */
export const together = (one, other) => ({
  passed: one.passed + other.passed,
  failed: one.failed + other.failed,
  causes: [...(one.causes ?? []), ...(other.causes ?? [])],
});

/**
 * Counts of a Vitest JSON report; a file that could not even load counts as one failure.
 * @returns {Counted}
 */
export function vitestCounts(report) {
  const broken = report.testResults.filter(
    (file) => file.status === "failed" && file.assertionResults.length === 0,
  );
  // A skipped test proves nothing, so it does not count as passed.
  const notPassed = report.testResults.flatMap((file) =>
    file.assertionResults
      .filter(({ status }) => status !== "passed")
      .map((test) =>
        [file.name, test.fullName, test.status, firstLine(test.failureMessages?.[0])].join(" · "),
      ),
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + report.numPendingTests + report.numTodoTests + broken.length,
    causes: [...broken.map((file) => `${file.name} · ${firstLine(file.message)}`), ...notPassed],
  };
}

/**
 * Counts of a Playwright JSON report; a test that needed a second try counts as failed.
 * @returns {Counted}
 */
export function playwrightCounts(report) {
  const { expected, unexpected, flaky, skipped } = report.stats;
  return {
    passed: expected,
    failed: unexpected + flaky + skipped + report.errors.length,
    causes: [...report.errors.map(({ message }) => firstLine(message)), ...report.suites.flatMap(notPassed)],
  };
}

function namesOf(step, causes = []) {
  return causes.length > 0 ? causes.map((cause) => `${step} · ${cause}`) : [step];
}

function notPassed(suite) {
  const own = (suite.specs ?? []).flatMap((spec) =>
    spec.tests
      .filter(({ status }) => status !== "expected")
      .map(({ status, results }) =>
        [spec.file, spec.title, status, firstLine(results.find(({ error }) => error)?.error.message)].join(
          " · ",
        ),
      ),
  );
  return [...own, ...(suite.suites ?? []).flatMap(notPassed)];
}

function firstLine(text = "") {
  return stripVTControlCharacters(text).split("\n")[0];
}
