import { expect, test } from "vitest";
import { IonError, type IonErrorInfo, type IonErrorKind } from "@/lib/ion/errors";
import { refusedField } from "./refused-fields";

function refusal(kind: IonErrorKind, info: Partial<IonErrorInfo>) {
  return new IonError(kind, {
    operation: "customers.create",
    method: "POST",
    path: "/",
    sent: "answered",
    ...info,
  });
}

test("a taken e-mail address belongs to the e-mail field, by code or by field name", () => {
  const wanted = { field: "email", message: "emailTaken" };
  expect(refusedField(refusal("precondition", { errors: [{ code: "CUS-CR-001", detail: "" }] }))).toEqual(
    wanted,
  );
  expect(refusedField(refusal("precondition", { entity: "primaryContactEmail" }))).toEqual(wanted);
});

test("a bad language code belongs to the language", () => {
  const wanted = { field: "languageCode", message: "languageUnknown" };
  expect(refusedField(refusal("precondition", { errors: [{ code: "CUS-CR-002 ", detail: "" }] }))).toEqual(
    wanted,
  );
  expect(refusedField(refusal("precondition", { entity: "languageCode" }))).toEqual(wanted);
});

test("a missing organization belongs to the organization", () => {
  expect(refusedField(refusal("invalid", { message: "must have required property 'orgName'" }))).toEqual({
    field: "organization",
    message: "required",
  });
});

test("everything else is about no field", () => {
  expect(refusedField(refusal("precondition", {}))).toBeUndefined();
  expect(refusedField(refusal("invalid", { message: "no" }))).toBeUndefined();
  expect(refusedField(refusal("outcome-unknown", { entity: "languageCode" }))).toBeUndefined();
  expect(refusedField(new Error("CUS-CR-001"))).toBeUndefined();
});
