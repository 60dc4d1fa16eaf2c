import { expect, test } from "vitest";
import { messagesOf } from "@/lib/i18n/messages";
import { PROBLEM_CAUSES, toOrderProblem, toOrderProblems } from "./order-errors";

const cause = (code: string | null, detail: string | null) => toOrderProblem({ code, detail }).cause;

test("Ion's validation codes have words, with their stray space too", () => {
  expect(
    toOrderProblem({ code: "COMM-VL-001 ", detail: "The 'productId' attribute must be present" }),
  ).toEqual({
    cause: "missingAnswer",
    code: "COMM-VL-001",
    detail: "The 'productId' attribute must be present",
  });
  expect(cause("COMM-VL-002", "The 'operations' must be equal to one of")).toBe("refusedAnswer");
  expect(cause("COMM-VL-004", "The 'domainName' attribute must be present")).toBe("domain");
});

test("a failure at the vendor is told by its sentence, since the codes are not documented", () => {
  expect(
    cause("X-1", "The vendor rejected the purchase: the customer's address could not be validated."),
  ).toBe("address");
  expect(cause("X-2", "The vendor did not answer in time. No subscription was created.")).toBe(
    "vendorSilent",
  );
  expect(cause(null, "The vendor's agreement could not be recorded for this customer.")).toBe("agreement");
  expect(cause(null, "Request timed out")).toBe("vendorSilent");
  expect(cause(null, "GDAP relationship is missing")).toBe("access");
  expect(cause(null, "Offer already purchased")).toBe("duplicate");
});

test("a failure nobody knows keeps Ion's code and sentence", () => {
  expect(toOrderProblem({ code: "ZZZ-9", detail: "Flux capacitor misaligned" })).toEqual({
    cause: "unknown",
    code: "ZZZ-9",
    detail: "Flux capacitor misaligned",
  });
  expect(toOrderProblem({ code: "  ", detail: null })).toEqual({
    cause: "unknown",
    code: null,
    detail: null,
  });
});

test("a failure that Ion repeats is told once", () => {
  const failure = { code: "A", detail: "b" };
  expect(toOrderProblems([failure, { ...failure }, { code: "A", detail: "c" }])).toHaveLength(2);
});

test("every cause has its words in both languages", () => {
  for (const locale of ["en", "fr"] as const) {
    const { problems } = messagesOf(locale).orders;
    expect(Object.keys(problems).filter((key) => key in problems)).toEqual(
      expect.arrayContaining([...PROBLEM_CAUSES]),
    );
  }
});
