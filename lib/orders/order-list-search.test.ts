import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toOrderListParams } from "./order-list-query";
import { orderListQuerySchema } from "./order-list-schema";
import { loadOrderListSearch, toOrderListQuery } from "./order-list-search";

const value = fc.oneof(
  fc.string(),
  fc.constantFrom(
    "new,attention,new",
    "10054, x,10054",
    "2026-02-30",
    "2026-03-01",
    "2026-03-01T08:00:00Z",
    "2026-03-01T08:00:00",
    "-total",
    "running,done",
    "change",
    " a\u0000b ",
    "x".repeat(300),
  ),
);
const address = fc.dictionary(
  fc.constantFrom("q", "phase", "state", "customer", "kind", "from", "to", "sort"),
  value,
);

describe("the address of a list of orders", () => {
  it("asks in the browser what the server reads out of the same params", () => {
    fc.assert(
      fc.property(address, (params) => {
        const query = toOrderListQuery(loadOrderListSearch(new URLSearchParams(params)));
        expect(orderListQuerySchema.parse(toOrderListParams(query))).toEqual(query);
      }),
      { numRuns: 1000 },
    );
  });

  it("reads a list of values, each once, and leaves out what makes no sense", () => {
    const search = loadOrderListSearch(
      new URLSearchParams({
        phase: "new,nonsense,new",
        customer: "1,x",
        from: "2026-02-30",
        to: "2026-03-01",
      }),
    );
    expect(toOrderListQuery(search)).toMatchObject({ phase: ["new"], customer: ["1"], to: "2026-03-01" });
    expect(toOrderListQuery(search).from).toBeUndefined();
  });
});
