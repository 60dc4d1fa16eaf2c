import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  changeParams,
  flagParam,
  listParam,
  type ParamsOf,
  readParams,
  textParam,
  wholeParam,
  wordParam,
} from "@/lib/search-params";

const set = {
  q: textParam.or(""),
  from: textParam,
  shown: wholeParam.or(50),
  exact: flagParam.or(false),
  sort: wordParam(["name", "-name"]).or("name"),
  vendor: listParam(textParam).or([]),
  phase: listParam(wordParam(["new", "done"])).or([]),
};
const state: fc.Arbitrary<ParamsOf<typeof set>> = fc.record({
  q: fc.string(),
  from: fc.option(fc.string()),
  shown: fc.integer(),
  exact: fc.boolean(),
  sort: fc.constantFrom("name", "-name"),
  vendor: fc.array(fc.constantFrom("IBM", "a,b", "A & B", "é")),
  phase: fc.array(fc.constantFrom("new", "done")),
});

describe("a page's state in its address", () => {
  it("reads back as it was written", () => {
    fc.assert(
      fc.property(state, (values) => {
        expect(readParams(set, changeParams(set, new URLSearchParams(), values))).toEqual(values);
      }),
    );
  });

  it("writes nothing that is as usual and leaves other params alone", () => {
    const params = changeParams(set, new URLSearchParams("other=1&q=old&shown=100"), {
      q: "",
      shown: null,
      vendor: ["a,b", "c"],
    });
    expect(params.toString()).toBe("other=1&vendor=a%252Cb%2Cc");
  });

  it("leaves out what makes no sense, and takes the first of several", () => {
    const source = { shown: "many", sort: "price", phase: "new,nonsense", exact: "maybe", q: ["one", "two"] };
    expect(readParams(set, source)).toEqual({
      q: "one",
      from: null,
      shown: 50,
      exact: false,
      sort: "name",
      vendor: [],
      phase: ["new"],
    });
  });
});
