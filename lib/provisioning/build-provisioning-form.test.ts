import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { attributeInfo } from "./attribute-dictionary";
import { buildProvisioningForm, type ProvisioningFormInput } from "./build-provisioning-form";
import { envelopedTemplate } from "./fixtures/arbitrary-template";
import { DEPLOYMENT } from "./fixtures/deployment";
import { texts } from "./fixtures/messages";
import { metaSchemaErrors } from "./fixtures/meta-schema";
import { templateById } from "./fixtures/raw-template";
import { TEMPLATES, templateSpec } from "./fixtures/templates";
import { fieldUi, formGroups } from "./form-ui";
import { toAttributes } from "./to-attributes";
import { findProblems } from "./validator";

// Hundreds of made-up cases take their time on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const customer = {
  organization: "Contoso Ltd",
  firstName: "Ada",
  lastName: "Lovelace",
  email: "ada@contoso.example",
  phone: "5551234567",
};

function build(digits: string, input: Partial<ProvisioningFormInput> = {}) {
  return buildProvisioningForm({
    templates: { provisioningReference: templateById(templateSpec(digits)) },
    tenantState: "none",
    customer,
    today: "2026-03-01",
    t: texts(),
    ...input,
  });
}

describe("buildProvisioningForm", () => {
  it("asks for a new tenant in sections a person can follow", () => {
    const form = build("30", { tenantState: "new" });
    expect(formGroups(form.uiSchema).map(({ title, keys, collapsed }) => [title, keys, collapsed])).toEqual([
      ["Tenant", ["domainName", "companyRegistrationId"], undefined],
      [
        "Customer agreement",
        [
          "agreementFirstName",
          "agreementLastName",
          "agreementEmail",
          "agreementPhoneNumber",
          "agreementDateAgreed",
          "agreementUserId",
        ],
        undefined,
      ],
      ["Term and renewal", ["customTermEndDate"], undefined],
      ["Azure reservation", ["region", "category", "skuId", "productId", "billingFrequency"], true],
    ]);
    expect(form.uiSchema["ui:order"]).toEqual(formGroups(form.uiSchema).flatMap(({ keys }) => keys));
    expect(form).toMatchObject({
      templateId: "provisiontemplate30",
      requiredUnknown: false,
      questionCount: 14,
      warnings: [],
    });
  });

  it("needs nothing but the domain from a person when the customer is known", () => {
    const form = build("30", { tenantState: "new" });
    expect(findProblems(form.schema, form.initialValues, { today: "2026-03-01" })).toEqual([
      { key: "domainName", code: "required", params: {} },
    ]);
    expect(form.prefillSources).toMatchObject({ agreementEmail: "customer", agreementDateAgreed: "today" });
    expect(fieldUi(form.uiSchema, "agreementEmail")?.["ui:options"].source).toBe("customer");
    expect(fieldUi(form.uiSchema, "domainName")?.["ui:options"]).toMatchObject({
      suggestion: "contoso",
      suffix: ".onmicrosoft.com",
    });
  });

  it("hides the fixed operation of an existing tenant and still sends it", () => {
    const form = build("38", { tenantState: "existing" });
    expect(fieldUi(form.uiSchema, "operations")?.["ui:widget"]).toBe("hidden");
    expect(formGroups(form.uiSchema).flatMap(({ keys }) => keys)).toEqual([
      "friendlyName",
      "customTermEndDate",
    ]);
    expect(form.questionCount).toBe(2);
    expect(toAttributes(form.schema, form.initialValues)).toEqual([
      { name: "operations", value: "addSubscription" },
    ]);
    expect(findProblems(form.schema, form.initialValues)).toEqual([]);
  });

  it("chooses controls by what is asked", () => {
    const names = [
      "customTermEndDate",
      "billingEmail",
      "phoneNumber",
      "userPassword",
      "renewalSetting",
      "quantity",
    ];
    const form = build("30", { templates: templateById({ ...templateSpec("30"), names }) });
    const widgets = names.map((name) => fieldUi(form.uiSchema, name)?.["ui:widget"]);
    expect(widgets).toEqual(["date", "email", "tel", "password", "select", "text"]);
    expect(fieldUi(form.uiSchema, "renewalSetting")?.["ui:enumNames"]).toEqual([
      "Renew at the end of the term",
      "End with the term",
    ]);
    expect(fieldUi(form.uiSchema, "quantity")?.["ui:options"].inputMode).toBe("numeric");
    expect(fieldUi(form.uiSchema, "userPassword")?.["ui:options"].autoComplete).toBe("new-password");
  });

  it("gives an attribute nobody has heard of a label and a place", () => {
    const form = build("01", {
      templates: templateById({ ...templateSpec("01"), names: ["shoeSize", "constructor"] }),
    });
    expect(form.schema.properties.shoeSize?.title).toBe("Shoe size");
    expect(Object.values(form.schema.properties)[1]).toMatchObject({
      title: "Constructor",
      "x-ion-name": "constructor",
    });
    expect(formGroups(form.uiSchema)).toEqual([{ id: "other", keys: Object.keys(form.schema.properties) }]);
    expect(form.requiredUnknown).toBe(true);
  });

  it("puts the product's own questions beside the template's", () => {
    const names = [...templateSpec("38").names, "region", "hostName"];
    const form = build("38", {
      tenantState: "existing",
      templates: templateById({ ...templateSpec("38"), names }),
      deployment: DEPLOYMENT,
    });
    expect(formGroups(form.uiSchema).map(({ title }) => title)).toEqual([
      "Order",
      "Term and renewal",
      "Product settings",
      "Placement",
    ]);
    expect(form.initialValues.region).toBe("eu");
    expect(form.prefillSources.region).toBe("product");
    expect(fieldUi(form.uiSchema, "region")?.["ui:widget"]).toBe("radio");
  });

  it("is an empty form where nothing is asked, without complaint", () => {
    const form = build("30", { templates: null });
    expect(form).toMatchObject({
      templateId: null,
      questionCount: 0,
      requiredUnknown: false,
      initialValues: {},
      warnings: [],
    });
  });

  it("refuses the new-tenant questions for a customer who has a tenant", () => {
    const form = build("30", { tenantState: "existing" });
    expect(form).toMatchObject({ questionCount: 0, warnings: [{ code: "tenant-mismatch" }] });
  });

  it("has words in both languages for every attribute the documents name", () => {
    for (const name of new Set(TEMPLATES.flatMap(({ names }) => names))) {
      expect(attributeInfo(name).group).not.toBe("other");
      expect(texts("en")(`attributes.${name}.title`), name).toBeDefined();
      expect(texts("fr")(`attributes.${name}.title`), name).toBeDefined();
    }
  });

  it("asks the same in French, with the same fingerprint", () => {
    const [english, french] = [build("30"), build("30", { t: texts("fr") })];
    expect(french.schema.properties.agreementEmail?.title).toBe("E-mail");
    expect(french.hash).toBe(english.hash);
    expect(build("30", { customer: {} }).hash).toBe(english.hash);
    expect(build("38").hash).not.toBe(english.hash);
  });

  it("makes a usable form of any template: valid, complete, plain JSON", () => {
    fc.assert(
      fc.property(
        envelopedTemplate,
        fc.constantFrom("new", "existing", "none", "unknown"),
        (templates, tenantState) => {
          const form = buildProvisioningForm({ templates, tenantState, customer, quantity: 5, t: texts() });
          expect(metaSchemaErrors(form.schema)).toEqual([]);
          expect(JSON.parse(JSON.stringify(form))).toEqual(form);
          const keys = Object.keys(form.schema.properties);
          expect([...form.uiSchema["ui:order"]].sort()).toEqual([...keys].sort());
          for (const key of keys) {
            expect(form.schema.properties[key]?.title).toBeTruthy();
            expect(fieldUi(form.uiSchema, key)).toBeDefined();
          }
          const wrong = findProblems(form.schema, form.initialValues).filter(
            ({ code }) => code !== "required",
          );
          expect(wrong).toEqual([]);
        },
      ),
      { numRuns: 300 },
    );
  });
});
