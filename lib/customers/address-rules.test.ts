import { describe, expect, test } from "vitest";
import { addressRule, regionName, toRegionCode } from "./address-rules";
import { moveAddress } from "./customer-values";

const LISTED =
  "US CA GB IE DE AT CH FR MC BE NL LU ES PT IT SE NO DK FI PL CZ AU NZ IN BR MX JP SG ZA AE HK".split(" ");

describe("address rules", () => {
  test.each(LISTED)(
    "%s: its own example fits its pattern and is already in its usual spelling",
    (country) => {
      const rule = addressRule(country);
      if (rule.zip === "absent") return expect(rule.zipPattern).toBeUndefined();
      expect(rule.zipPattern?.test(rule.zipExample ?? "")).toBe(true);
      expect(rule.tidyZip(rule.zipExample ?? "")).toBe(rule.zipExample);
    },
  );

  test.each([...LISTED, "FJ", ""])("%s: asks for exactly the fields it does not leave out", (country) => {
    const rule = addressRule(country);
    const asked = rule.lines.flat();
    expect(new Set(asked).size).toBe(asked.length);
    expect(asked).toEqual(expect.arrayContaining(["street", "suite", "city"]));
    expect(asked.includes("state")).toBe(rule.state !== "absent");
    expect(asked.includes("zip")).toBe(rule.zip !== "absent");
  });

  test.each([
    ["US", "22030-1234", "22030-1234"],
    ["CA", "k1a0b1", "K1A 0B1"],
    ["CA", "k1a-0b1", "K1A 0B1"],
    ["GB", "sw1a1aa", "SW1A 1AA"],
    ["GB", "m1 1ae", "M1 1AE"],
    ["NL", "1012js", "1012 JS"],
    ["IE", "d02af30", "D02 AF30"],
    ["SE", "11120", "111 20"],
    ["PT", "1000205", "1000-205"],
    ["JP", "1000001", "100-0001"],
    ["BR", "01310100", "01310-100"],
    ["PL", "00001", "00-001"],
  ])("%s: %s is written %s", (country, typed, written) => {
    const rule = addressRule(country);
    expect(rule.zipPattern?.test(typed)).toBe(true);
    expect(rule.tidyZip(typed)).toBe(written);
  });

  test.each([
    ["US", "2203"],
    ["US", "22030-12"],
    ["CA", "D1A 0B1"],
    ["GB", "SW1A"],
    ["DE", "1011"],
    ["NL", "0012 JS"],
    ["IN", "010001"],
  ])("%s: %s is no postal code", (country, typed) => {
    expect(addressRule(country).zipPattern?.test(typed)).toBe(false);
  });

  test("no list of states has a code twice", () => {
    for (const country of LISTED) {
      const codes = addressRule(country).regions?.map(({ code }) => code) ?? [];
      expect(new Set(codes).size, country).toBe(codes.length);
    }
    expect(addressRule("US").regions).toHaveLength(59);
    expect(addressRule("CA").regions).toHaveLength(13);
  });

  test("a country without a rule of its own insists on nothing that may not exist there", () => {
    expect(addressRule("FJ")).toMatchObject({ state: "optional", zip: "optional" });
    expect(addressRule(undefined)).toMatchObject({ state: "optional", zip: "optional" });
  });
});

describe("states", () => {
  test("a name becomes its code, in any spelling; an unknown one stays", () => {
    expect(toRegionCode("US", "virginia")).toBe("VA");
    expect(toRegionCode("CA", "quebec")).toBe("QC");
    expect(toRegionCode("US", "Narnia")).toBe("Narnia");
    expect(toRegionCode("GB", "Kent")).toBe("Kent");
  });

  test("a code is shown by its name", () => {
    expect(regionName("US", "VA")).toBe("Virginia");
    expect(regionName("GB", "Kent")).toBe("Kent");
    expect(regionName("US", null)).toBeNull();
  });
});

describe("moving an address to another country", () => {
  const us = { street: "1 Main St", suite: "4", city: "Fairfax", state: "VA", zip: "22030", country: "US" };

  test("a state of the old list does not go along, street and city do", () => {
    expect(moveAddress(us, "CA")).toEqual({ ...us, country: "CA", state: "" });
    expect(moveAddress(us, "GB")).toMatchObject({ state: "", zip: "22030" });
  });

  test("what the new country does not have is emptied", () => {
    expect(moveAddress(us, "HK")).toMatchObject({ state: "", zip: "" });
  });

  test("a county typed by hand goes along to another country without a list", () => {
    expect(moveAddress({ ...us, country: "GB", state: "Kent" }, "IE")).toMatchObject({ state: "Kent" });
  });
});
