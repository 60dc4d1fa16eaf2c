import { NextIntlClientProvider } from "next-intl";
import { renderToString } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { messagesOf } from "@/lib/i18n/messages";
import {
  buildProvisioningForm,
  type ProvisioningFormInput,
} from "@/lib/provisioning/build-provisioning-form";
import { DEPLOYMENT } from "@/lib/provisioning/fixtures/deployment";
import { texts } from "@/lib/provisioning/fixtures/messages";
import { templateById } from "@/lib/provisioning/fixtures/raw-template";
import { templateSpec } from "@/lib/provisioning/fixtures/templates";
import type { ExtraErrors } from "@/lib/provisioning/ion-errors";
import { ProvisioningForm } from "./provisioning-form";

function draw(input: Partial<ProvisioningFormInput>, values = {}, extraErrors?: ExtraErrors) {
  const form = buildProvisioningForm({ templates: null, tenantState: "none", t: texts(), ...input });
  return renderToString(
    <NextIntlClientProvider locale="en" messages={messagesOf("en")} timeZone="UTC">
      <ProvisioningForm
        form={form}
        values={{ ...form.initialValues, ...values }}
        extraErrors={extraErrors}
        onChange={() => {}}
        onSubmit={() => {}}
      />
    </NextIntlClientProvider>,
  );
}

const attributes = (html: string, name: string) =>
  [...html.matchAll(new RegExp(`[\\s]${name}="([^"]*)"`, "g"))].map((match) => match[1] ?? "");

const TRAPS = [
  "__proto__",
  "constructor",
  "42",
  "a b.c[0]",
  "ünï",
  "<script>alert(1)</script>",
  "n".repeat(10_000),
];

const CASES: [string, Partial<ProvisioningFormInput>][] = [
  ["a new tenant", { tenantState: "new", templates: templateById(templateSpec("30")) }],
  ["a product's own form", { deployment: DEPLOYMENT }],
  ["names that are traps", { templates: templateById({ ...templateSpec("01"), names: TRAPS }) }],
];

describe("ProvisioningForm", () => {
  it.each(CASES)(
    "gives every control of %s a label and descriptions that exist, and every id once",
    (_name, input) => {
      const html = draw(input);
      const ids = attributes(html, "id");
      expect(new Set(ids).size).toBe(ids.length);
      for (const id of ids) expect(id).not.toMatch(/\s/);
      const described = attributes(html, "aria-describedby").flatMap((list) => list.split(" "));
      expect(described.filter((id) => !ids.includes(id))).toEqual([]);
      const labelled = attributes(html, "for");
      const controls = [...html.matchAll(/<(?:input|select|textarea)\b[^>]*?\sid="([^"]*)"/g)].map(
        (match) => match[1],
      );
      expect(controls.length).toBeGreaterThan(5);
      expect(controls.filter((id) => id !== undefined && !labelled.includes(id))).toEqual([]);
    },
  );

  it("shows script as text", () => {
    const templates = templateById({ ...templateSpec("01"), names: ["userName"] });
    const html = draw({ templates }, { userName: "<script>alert(1)</script>" });
    expect(html).not.toContain("<script>alert");
    expect(html).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
  });

  it("draws nothing for what is fixed", () => {
    const html = draw({ tenantState: "existing", templates: templateById(templateSpec("38")) });
    expect(html).not.toContain("operations");
    expect(html).toContain("friendlyName");
  });

  it("says nothing is wrong before anybody has answered", () => {
    expect(draw({ tenantState: "new", templates: templateById(templateSpec("30")) })).not.toContain(
      'aria-invalid="true"',
    );
  });

  it("puts the server's refusal at its field and above the form", () => {
    const input = { tenantState: "new" as const, templates: templateById(templateSpec("30")) };
    const html = draw(
      input,
      {},
      { domainName: { __errors: ["This name is taken."] }, __errors: ["Try later."] },
    );
    expect(html.match(/This name is taken\./g)).toHaveLength(2);
    expect(html.match(/Try later\./g)).toHaveLength(1);
    expect(html.match(/aria-invalid="true"/g)).toHaveLength(1);
  });

  it("marks nothing as optional when nobody knows what is required", () => {
    const html = draw({ templates: templateById(templateSpec("01")) });
    expect(html).toContain("Ion does not say which of these it needs");
    expect(html).not.toContain("(optional)");
    expect(html).not.toContain('aria-required="true"');
  });
});
