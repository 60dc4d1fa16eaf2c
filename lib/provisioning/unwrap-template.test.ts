import { describe, expect, it } from "vitest";
import { templateById, templateInList } from "./fixtures/raw-template";
import { templateSpec } from "./fixtures/templates";
import { unwrapTemplates } from "./unwrap-template";

const one = templateById(templateSpec("01"));
const other = templateInList(templateSpec("02"));

describe("unwrapTemplates", () => {
  it.each([
    ["bare", one, [one]],
    ["provisioningReference", { provisioningReference: one }, [one]],
    ["provisioningReferences.refs", { provisioningReferences: { refs: [one, other] } }, [one, other]],
    ["provisioningReferences as a list", { provisioningReferences: [one, other] }, [one, other]],
    ["a plain array", [one, other], [one, other]],
    [
      "an array of envelopes",
      [{ provisioningReference: one }, { provisioningReference: other }],
      [one, other],
    ],
  ])("finds the templates in %s", (_name, body, expected) => {
    expect(unwrapTemplates(body)).toEqual(expected);
  });

  it.each([
    ["nothing", null],
    ["a text", "<html>502</html>"],
    ["an error body", { error: "NOT_FOUND", code: 404 }],
    ["an empty list", { provisioningReferences: { refs: [] } }],
    ["an empty envelope", { provisioningReference: {} }],
  ])("finds none in %s", (_name, body) => {
    expect(unwrapTemplates(body)).toEqual([]);
  });
});
