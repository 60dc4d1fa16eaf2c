import { beforeAll, describe, expect, test } from "vitest";
import { actingAs } from "@/lib/auth/acting-as";
import type { Actor } from "@/lib/auth/actor";
import { makeAccount, makePerson } from "@/lib/db/testing/people";
import { customerNames } from "./customer-names";
import { findCustomers } from "./find-customers";
import { mirrorTestCustomers } from "./testing/mirrored-customers";

let accountId: string;
let owner: Actor;
let sales: Actor;

beforeAll(async () => {
  accountId = (await makeAccount()).id;
  owner = await makePerson(accountId, "owner");
  sales = await makePerson(accountId, "sales", ["3"]);
  await mirrorTestCustomers(accountId, [
    { id: "1", organization: "Old Älpine" },
    { id: "2", organization: "Pinegalp" },
    { id: "3", organization: "Alpha", email: "ann@alpha.example" },
    { id: "4", organization: "Zeta", domain: "alp.example" },
    { id: "5", organization: "Plan 12" },
    { id: "12", organization: "100% Wool_x" },
  ]);
});

const found = async (typed: string, actor = owner) =>
  (await actingAs(actor, () => findCustomers(typed))).map(({ id }) => id);

describe("suggestions while typing", () => {
  test("names that start with it come first, then names with such a word, then the rest", async () => {
    expect(await found("alp")).toEqual(["3", "1", "2", "4"]);
    expect(await found("ÄLP")).toEqual(["3", "1", "2", "4"]);
  });

  test("an id finds its customer first", async () => {
    expect(await found("12")).toEqual(["12", "5"]);
  });

  test("every word has to be found, wherever", async () => {
    expect(await found("alpha ann@")).toEqual(["3"]);
    expect(await found("alpha zeta")).toEqual([]);
  });

  test("signs of a pattern stand for themselves", async () => {
    expect(await found("%")).toEqual(["12"]);
    expect(await found("l_x")).toEqual(["12"]);
    expect(await found("\\")).toEqual([]);
    expect(await found("x".repeat(5000))).toEqual([]);
  });

  test("nothing typed shows the first of the alphabet", async () => {
    expect(await found("")).toEqual(["12", "3", "1", "2", "5", "4"]);
  });

  test("only what somebody may see", async () => {
    expect(await found("", sales)).toEqual(["3"]);
    expect(await found("zeta", sales)).toEqual([]);
  });
});

describe("names by id", () => {
  test("are of the person's customers only", async () => {
    expect([...(await actingAs(sales, customerNames))]).toEqual([["3", "Alpha"]]);
    expect((await actingAs(owner, customerNames)).get("4")).toBe("Zeta");
  });
});
