import { describe, expect, test } from "vitest";
import { buildProvisioningForm } from "@/lib/provisioning/build-provisioning-form";
import { placeRefusals, type RefusedLine } from "./place-refusals";

const template = (names: string[]) => ({
  id: "provisiontemplate10",
  title: "Create",
  defs: { attributes: { type: "object", properties: { name: { type: "string", enum: names } } } },
});
const form = (names: string[]) =>
  buildProvisioningForm({ templates: template(names), tenantState: "none", t: () => undefined });
const line = (itemId: string, names: string[], answers = {}): RefusedLine => ({
  itemId,
  form: form(names),
  answers,
});
const missing = (name: string) => ({
  code: "COMM-VL-001",
  detail: `The '${name}' attribute must be present in the 'Order.orderItem.attributes' array.`,
});
const notAllowed = (name: string) => ({
  code: "COMM-VL-002",
  detail: `The '${name}' attribute must be a valid email address.`,
});
const say = () => undefined;

describe("Ion's refusal of a checkout", () => {
  test("a missing attribute is put at the line that did not answer it", () => {
    const lines = [
      line("1", ["customerEmail"], { customerEmail: "a@b.example" }),
      line("2", ["customerEmail"]),
    ];
    const placed = placeRefusals(lines, [missing("customerEmail")], say);
    expect(Object.keys(placed)).toEqual(["items.2.customerEmail"]);
  });

  test("a wrong value is put at the line that has one", () => {
    const lines = [line("1", ["customerEmail"], { customerEmail: "nonsense" }), line("2", ["customerEmail"])];
    const placed = placeRefusals(lines, [notAllowed("customerEmail")], say);
    expect(Object.keys(placed)).toEqual(["items.1.customerEmail"]);
  });

  test("where that leaves no line, all lines that ask for it show it", () => {
    const lines = [line("1", ["customerEmail"], { customerEmail: "a@b.example" })];
    const placed = placeRefusals(lines, [missing("customerEmail")], say);
    expect(Object.keys(placed)).toEqual(["items.1.customerEmail"]);
  });

  test("what no line asks stays with the cart, in Ion's words", () => {
    const placed = placeRefusals([line("1", ["customerEmail"])], [missing("resourceId")], say);
    expect(placed).toEqual({ "": [missing("resourceId").detail] });
  });

  test("the field Ion names beside its sentence counts, and our words take the place of Ion's", () => {
    const error = { code: "COMM-VL-002", detail: "not allowed", attribute: "customerEmail" };
    const lines = [line("1", ["customerEmail"], { customerEmail: "x" })];
    expect(placeRefusals(lines, [error], () => "Use another value.")).toEqual({
      "items.1.customerEmail": ["Use another value."],
    });
  });

  test("the same sentence is said once", () => {
    const lines = [line("1", ["customerEmail"])];
    const placed = placeRefusals(lines, [missing("customerEmail"), missing("customerEmail")], say);
    expect(placed["items.1.customerEmail"]).toHaveLength(1);
  });
});
