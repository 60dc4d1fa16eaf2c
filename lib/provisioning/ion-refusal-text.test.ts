import { expect, it } from "vitest";
import { ionRefusalText } from "./ion-refusal-text";

const say = (code: string, key: string | null) =>
  ionRefusalText({ code, detail: "the detail", key }, (text, { detail }) => `${text}: ${detail}`);

it.each([
  ["COMM-VL-001", "domainName", "missing: the detail"],
  ["COMM-VL-004", "domainName", "missing: the detail"],
  ["COMM-VL-002", "renewalSetting", "notAllowed: the detail"],
  ["COMM-VL-099", "domainName", "field: the detail"],
  ["COMM-VL-001", null, "order: the detail"],
])("says %s at %s as %s", (code, key, text) => {
  expect(say(code, key)).toBe(text);
});
