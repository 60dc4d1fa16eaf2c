import { describe, expect, it } from "vitest";
import { render } from "@/components/testing/render";
import { Checkbox } from "@/components/ui/choice";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";

describe("Field", () => {
  it("ties label, help and error to the control inside it", () => {
    const html = render(
      <Field id="email" label="Email" help="Work address" error="Already used">
        <Input name="email" />
      </Field>,
    );
    expect(html).toContain('for="email"');
    expect(html).toMatch(/<input[^>]*id="email"[^>]*aria-describedby="email-help email-error"/);
    expect(html).toMatch(/<input[^>]*aria-invalid="true"/);
    expect(html).toMatch(/id="email-help"[^>]*>Work address/);
    expect(html).toMatch(/id="email-error".*Already used/);
  });

  it("is required unless marked optional", () => {
    const required = render(
      <Field label="Name">
        <Input />
      </Field>,
    );
    const optional = render(
      <Field label="Name" optional>
        <Input />
      </Field>,
    );
    expect(required).toContain('aria-required="true"');
    expect(optional).not.toContain("aria-required");
    expect(optional).toContain("(optional)");
  });

  it("serves a select as well", () => {
    const html = render(
      <Field id="country" label="Country">
        <Select>
          <option>France</option>
        </Select>
      </Field>,
    );
    expect(html).toMatch(/<select[^>]*id="country"/);
  });

  it("leaves a control without a field alone", () => {
    expect(render(<Input aria-label="Search" />)).not.toContain("aria-required");
  });

  it("gives a checkbox its own words and error", () => {
    const html = render(<Checkbox id="terms" label="Accepted" error="Needed" />);
    expect(html).toContain('for="terms"');
    expect(html).toMatch(/<input[^>]*aria-describedby="terms-error"/);
  });
});
