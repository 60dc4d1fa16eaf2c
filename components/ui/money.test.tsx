import { describe, expect, it } from "vitest";
import { render } from "@/components/testing/render";
import { Margin } from "@/components/ui/margin";
import { Money } from "@/components/ui/money";
import { MoneyTotals } from "@/components/ui/money-totals";
import { StatusBadge } from "@/components/ui/status-badge";
import { marginOf } from "@/lib/money";

const usd = (amount: string) => ({ amount, currency: "USD" });
const words = (html: string) => html.replaceAll(/<[^>]+>/g, "");

describe("Money", () => {
  it("writes the code after the amount", () => {
    expect(words(render(<Money value={usd("1412.5")} />))).toBe("1,412.50USD");
  });

  it("marks a margin below cost in words, not by colour alone", () => {
    expect(words(render(<Margin value={marginOf(usd("8"), usd("10"))} />))).toBe("-2.00USD (negative)-25%");
    expect(words(render(<Margin value={marginOf(usd("10"), usd("8"))} />))).toBe("2.00USD20%");
  });

  it("never adds currencies: each total stands for itself", () => {
    const totals = [{ amount: "1", currency: "EUR" }, usd("2")];
    expect(words(render(<MoneyTotals totals={totals} />))).toBe("1.00EUR2.00USD");
  });
});

describe("StatusBadge", () => {
  it("says the state in words and since when it lasts", () => {
    const since = new Date(Date.now() - 3 * 60_000 - 1000).toISOString();
    const html = render(
      <StatusBadge tone="waiting" since={since}>
        Provisioning
      </StatusBadge>,
    );
    expect(words(html)).toBe("Provisioning · 3 min");
  });
});
