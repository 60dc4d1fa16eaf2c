import { describe, expect, it } from "vitest";
import { render } from "@/components/testing/render";
import type { AuditCheckView } from "@/lib/audit/audit-state-schema";
import { ChainLine } from "./chain-line";
import { ChainNotices } from "./chain-notices";

const check: AuditCheckView = {
  id: "1",
  state: "unbroken",
  trigger: "schedule",
  requestedBy: null,
  startedAt: "2026-11-22T00:00:00.000Z",
  finishedAt: "2026-11-22T00:00:02.000Z",
  rows: 12_345,
  expected: 12_345,
  headSequence: 12_345,
  headHash: `ab12cd34${"0".repeat(56)}`,
  finding: null,
};
const broken: AuditCheckView = {
  ...check,
  id: "2",
  state: "broken",
  finding: { kind: "missing", sequence: 1200, through: 1202 },
};
const notices = (checks: AuditCheckView[]) => render(<ChainNotices checks={checks} failed={false} />);

describe("the state of the chain", () => {
  it("says when it was checked, over how many entries, and its head", () => {
    const html = render(<ChainLine check={check} />).replace(/<[^>]+>/g, "");
    expect(html).toContain("Unbroken");
    expect(html).toContain("12,345 entries");
    expect(html).toContain("head 12,345 · ab12cd34…");
  });

  it("says so when it was never checked, and how far a check is", () => {
    expect(render(<ChainLine check={undefined} />)).toContain("Not checked yet");
    const running = { ...check, state: "running" as const, rows: 4000, finishedAt: null };
    expect(render(<ChainLine check={running} />)).toContain("Checking · 4,000 of 12,345 entries");
    expect(notices([running])).toMatch(
      /role="progressbar"[^>]*aria-valuemax="12345"[^>]*aria-valuenow="4000"/,
    );
  });
});

describe("a broken chain", () => {
  it("is said loudly, with the entries concerned", () => {
    expect(notices([broken])).toContain("Entries 1,200 to 1,202 are missing.");
    expect(notices([broken])).toContain("The audit log is not as it was written");
  });

  it("stays said while another check runs or has broken off, until one finds the chain whole", () => {
    expect(notices([{ ...check, state: "running" }, broken])).toContain("are missing");
    expect(notices([{ ...check, state: "failed" }, broken])).toContain("are missing");
    expect(notices([check, broken])).not.toContain("missing");
  });
});
