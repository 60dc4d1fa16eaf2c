import { expect, it } from "vitest";
import { toTemplateId } from "./template-id";

it.each([
  ["provisiontemplate01", "provisiontemplate01"],
  ["provisioningtemplate12", "provisiontemplate12"],
  ["provisioningTemplate01", "provisiontemplate01"],
  [" PROVISIONTEMPLATE5 ", "provisiontemplate05"],
  ["provisiontemplate107", "provisiontemplate107"],
])("reads %s as %s", (raw, id) => {
  expect(toTemplateId(raw)).toBe(id);
});

it.each(["", "template30", "provisiontemplate", "provisiontemplate30x", 30, null])("refuses %j", (raw) => {
  expect(toTemplateId(raw)).toBeUndefined();
});
