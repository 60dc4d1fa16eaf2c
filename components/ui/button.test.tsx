import { describe, expect, it } from "vitest";
import { render } from "@/components/testing/render";
import { Button } from "@/components/ui/button";

describe("Button", () => {
  it("does not submit a form unless it says so", () => {
    expect(render(<Button>Add</Button>)).toContain('type="button"');
  });

  it("stays focusable and described when it says why it does nothing", () => {
    const html = render(<Button disabledReason="The order is complete.">Cancel order</Button>);
    const reasonId = html.match(/aria-describedby="([^"]+)"/)?.[1];
    expect(html).toMatch(/<button[^>]*aria-disabled="true"/);
    expect(html).not.toContain('disabled=""');
    expect(html).toContain(`<span id="${reasonId}" hidden="">The order is complete.</span>`);
  });

  it("keeps its words while pending, for its width and for screen readers", () => {
    const html = render(<Button pending>Save</Button>);
    expect(html).toMatch(/<button[^>]*aria-busy="true"/);
    expect(html).toContain(">Save</span>");
  });
});
