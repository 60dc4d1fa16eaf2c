import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { describe, expect, test } from "vitest";
import { render } from "@/components/testing/render";
import { Button } from "@/components/ui/button";
import type { ConnectionView } from "@/lib/connection/schemas";
import { ConnectionProvider, useNeedsIon } from "./connection";
import { ConnectionBanner } from "./connection-banner";
import { NeedsIonFirst, NeedsIonNote } from "./needs-ion-note";

const at = "2026-03-01T10:42:00.000Z";
const token = { state: "ok", worksUntil: null } as const;
const ok: ConnectionView = { state: "ok", asOf: at, since: null, token, mayRepair: false };
const down: ConnectionView = { ...ok, state: "down", since: at };
const lost: ConnectionView = {
  ...ok,
  state: "lost",
  asOf: null,
  token: { state: "lost", worksUntil: null },
};
const dying: ConnectionView = { ...ok, token: { state: "lost", worksUntil: at } };
const expiring: ConnectionView = { ...ok, token: { state: "expiring", worksUntil: at } };

function Command() {
  return <Button {...useNeedsIon()}>Save</Button>;
}
const shown = (view: ConnectionView) =>
  render(
    <QueryClientProvider client={new QueryClient()}>
      <ConnectionProvider initial={view}>
        <ConnectionBanner />
        <NeedsIonFirst />
        <Command />
        <NeedsIonNote />
      </ConnectionProvider>
    </QueryClientProvider>,
  );

describe("a page, as Ion is doing", () => {
  test.each<ConnectionView>([ok, { ...ok, state: "slow" }, { ...ok, state: "unknown" }])(
    "says nothing and lets commands through while Ion answers (%j)",
    (view) => {
      const html = shown(view);
      expect(html).not.toContain("Ion has not answered");
      expect(html).not.toContain('aria-disabled="');
    },
  );

  test("says since when Ion is silent, at the command too, and that drafts are kept", () => {
    const html = shown(down);
    expect(html).toContain("Ion has not answered since Mar 1, 2026, 10:42 AM UTC");
    expect(html).toContain("drafts are kept");
    expect(html).toContain('aria-disabled="true"');
    expect(html).toContain("what you typed stays");
  });

  test("says who can bring a lost connection back", () => {
    const html = shown(lost);
    expect(html).toContain("the account owner connects it again");
    expect(html).toContain("Ask the account owner.");
    expect(html).toContain('aria-disabled="true"');
    expect(html).not.toContain("/admin/connection");
  });

  test("gives the owner the way to repair it", () => {
    const html = shown({ ...lost, mayRepair: true });
    expect(html).toContain('href="/admin/connection"');
    expect(html).not.toContain("Ask the account owner.");
  });

  test("says until when a lost connection still works, and lets commands through until then", () => {
    const html = shown(dying);
    expect(html).toContain("All works until Mar 1, 2026, 10:42 AM UTC");
    expect(html).not.toContain('aria-disabled="');
  });

  test("says when renewals fail, and that Ion is silent before that", () => {
    expect(shown(expiring)).toContain("Renewing the connection to Ion fails");
    const both = shown({ ...expiring, state: "down", since: at });
    expect(both).toContain("Ion has not answered since");
    expect(both).not.toContain("Renewing");
  });

  test("has a place to read changes out from the start", () => {
    expect(shown(ok)).toContain('aria-live="polite"');
  });
});
