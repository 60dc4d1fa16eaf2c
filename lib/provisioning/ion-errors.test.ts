import { describe, expect, it } from "vitest";
import { templateById } from "./fixtures/raw-template";
import { templateSpec } from "./fixtures/templates";
import { mapIonErrors, toExtraErrors } from "./ion-errors";
import { toAttributeSchema } from "./to-attribute-schema";

const { schema } = toAttributeSchema(templateById(templateSpec("30")));

function refusal(...errors: object[]) {
  return {
    error: "BAD_REQUEST: Invalid provisioning data",
    message: "BAD_REQUEST: Invalid provisioning data",
    code: 3,
    details: [
      { "@type": "type.googleapis.com/v3orberrors.ErrorBody", requestId: "17709cedcb7c7ee0423c", errors },
    ],
  };
}

describe("mapIonErrors", () => {
  it("puts COMM-VL-004 at the field it names", () => {
    const detail =
      "The 'domainName' attribute must be present in the 'Order.orderItem.attributes' array when the provider is 'AZURE' and the action is 'CREATE'.";
    const mapped = mapIonErrors(schema, refusal({ code: "COMM-VL-004", detail }));
    expect(mapped.refusals).toEqual([{ code: "COMM-VL-004", detail, key: "domainName" }]);
    expect(mapped.fieldErrors).toEqual({ domainName: [detail] });
    expect(mapped.extraErrors).toEqual({ domainName: { __errors: [detail] } });
  });

  it("trims Ion's code", () => {
    const detail = "The 'agreementEmail' attribute must be present in the 'order.orderItem' object.";
    const { refusals } = mapIonErrors(schema, refusal({ code: "COMM-VL-001 ", detail }));
    expect(refusals).toEqual([{ code: "COMM-VL-001", detail, key: "agreementEmail" }]);
  });

  it.each([
    ["COMM-VL-002", "The 'order.status' must be equal to one of the allowed values: ['NEW', 'CONFIRMED']."],
    [
      "COMM-VL-003",
      "The 'resourceId' attribute must be present in the 'order.orderItem' object when 'action' is 'UPDATE'.",
    ],
    ["COMM-VL-001", "The 'quantity' attribute must be present."],
  ])("puts %s at the form when it is about no field of it", (code, detail) => {
    const mapped = mapIonErrors(schema, refusal({ code, detail }));
    expect(mapped.fieldErrors).toEqual({ "": [detail] });
    expect(mapped.extraErrors).toEqual({ __errors: [detail] });
  });

  it("finds the field in a path, a dotted name or another spelling", () => {
    const at = (error: object) => mapIonErrors(schema, refusal(error)).refusals[0]?.key;
    expect(
      at({ code: "X", detail: "Wrong.", instancePath: "/orderItems/0/attributes/agreementEmail/value" }),
    ).toBe("agreementEmail");
    expect(at({ code: "X", detail: "Wrong.", instancePath: "orderItems[0].attributes['domainName']" })).toBe(
      "domainName",
    );
    expect(at({ code: "X", detail: "Wrong.", attribute: "agreementUserId" })).toBe("agreementUserId");
    expect(at({ code: "X", detail: "'attributes.customTermEndDate' is wrong" })).toBe("customTermEndDate");
    expect(at({ code: "X", detail: "'DomainName' is wrong" })).toBe("domainName");
  });

  it("gathers several refusals and says each sentence once", () => {
    const mapped = mapIonErrors(
      schema,
      refusal(
        { code: "A", detail: "'region' is wrong" },
        { code: "B", detail: "'region' is wrong" },
        { code: "C" },
      ),
    );
    expect(mapped.fieldErrors).toEqual({ region: ["'region' is wrong"], "": ["C"] });
  });

  it("keeps every sentence about one field", () => {
    const body = refusal(
      { code: "A", detail: "'region' is wrong" },
      { code: "B", detail: "'region' is too long" },
    );
    expect(mapIonErrors(schema, body).fieldErrors).toEqual({
      region: ["'region' is wrong", "'region' is too long"],
    });
  });

  it("speaks the person's language where it can", () => {
    const body = refusal({ code: "COMM-VL-001", detail: "'region' missing" });
    const { fieldErrors } = mapIonErrors(schema, body, ({ key }) =>
      key === null ? undefined : "Il manque une réponse.",
    );
    expect(fieldErrors).toEqual({ region: ["Il manque une réponse."] });
  });

  it("reads the bare list as well, and nothing out of anything else", () => {
    expect(mapIonErrors(schema, [{ code: "A", detail: "'region' is wrong" }]).refusals).toHaveLength(1);
    for (const body of [
      null,
      "<html>",
      { error: "x" },
      { details: "y" },
      [[[[[[[]]]]]]],
      { details: [null] },
    ]) {
      expect(mapIonErrors(schema, body)).toEqual({ refusals: [], fieldErrors: {}, extraErrors: {} });
    }
  });
});

describe("toExtraErrors", () => {
  it("gives the form what none of its fields can show", () => {
    expect(
      toExtraErrors(schema, { region: ["Wrong."], "": ["Try later."], "items.0": ["Odd.", "Try later."] }),
    ).toEqual({
      region: { __errors: ["Wrong."] },
      __errors: ["Try later.", "Odd."],
    });
  });
});
