import { beforeEach, describe, expect, test } from "vitest";
import { makeAccount } from "@/lib/db/testing/people";
import { putMirrored } from "@/lib/mirror/put-mirrored";
import { removeMirrored } from "@/lib/mirror/remove-mirrored";
import { productMirror } from "../product-mirror";
import { ionProduct, wirePlan, wireSku } from "../testing/ion-product";
import { findIds } from "./find-ids";
import { catalogIndex } from "./keep-index";
import { patchIndex } from "./patch-index";
import { readIndex } from "./read-index";

let accountId = "";
beforeEach(async () => {
  accountId = (await makeAccount()).id;
});

const product = (id: string, changes: Record<string, unknown> = {}) =>
  ionProduct(
    { name: `accounts/1/products/${id}`, marketing: { displayName: `Name of ${id}` }, ...changes },
    { skus: [wireSku({ id: `SKU-${id}`, plans: [wirePlan({ id: "one" }), wirePlan({ id: "two" })] })] },
  );
let clock = Date.now();
const put = (...products: ReturnType<typeof product>[]) => {
  clock += 1_000;
  return putMirrored(productMirror, accountId, products, new Date(clock));
};

describe("the catalog in memory", () => {
  test("is empty for a new account, and shows what the mirror gets at the next question", async () => {
    expect((await catalogIndex(accountId)).productCount).toBe(0);
    await put(product("a"), product("b"));
    const index = await catalogIndex(accountId);
    expect([index.productCount, index.planCount]).toEqual([2, 4]);
    await put(product("b", { marketing: { displayName: "Another name" } }));
    expect((await catalogIndex(accountId)).names).toEqual(["Name of a", "Another name"]);
    await removeMirrored(productMirror, accountId, "a");
    expect((await catalogIndex(accountId)).ids).toEqual(["b"]);
  });

  test("is not read again while nothing has changed", async () => {
    await put(product("a"));
    expect(await catalogIndex(accountId)).toBe(await catalogIndex(accountId));
  });

  test("is one account's own", async () => {
    await put(product("a"));
    const other = (await makeAccount()).id;
    expect((await catalogIndex(other)).productCount).toBe(0);
    expect((await catalogIndex(accountId)).productCount).toBe(1);
  });

  test("is read in pieces without losing or repeating a product", async () => {
    const ids = Array.from({ length: 320 }, (_, number) => `p${number}`);
    await put(...ids.map((id) => product(id)));
    const index = await readIndex(accountId);
    expect(index.ids.toSorted()).toEqual(ids.toSorted());
    expect(index.planCount).toBe(640);
  });

  test("takes over one product's being switched off, and leaves the index it came from as it was", async () => {
    await put(product("a"), product("b"));
    const before = await readIndex(accountId);
    await put(product("b", { disabled: true }));
    const after = await patchIndex(before, accountId, "b");
    expect(Array.from(before.disabled)).toEqual([0, 0]);
    expect(Array.from(after.disabled)).toEqual([0, 1]);
    expect(Array.from(after.reason, (reason) => reason !== 0)).toEqual([false, false, true, true]);
    expect(await patchIndex(before, accountId, "nobody")).toBe(before);
  });
});

describe("ids in the mirror", () => {
  test("are found by any part, and whole ones are marked", async () => {
    await put(product("a"), product("b"));
    const index = await readIndex(accountId);
    const find = async (fragment: string, whole = fragment) =>
      (await findIds(accountId, index, { fragment, whole })).hits;
    expect(await find("sku-a")).toEqual([
      { productId: "a", position: 0, exact: true },
      { productId: "a", position: 1, exact: true },
    ]);
    expect((await find("ku-")).map(({ exact }) => exact)).toEqual([false, false, false, false]);
    expect(await find("\none\n", "one")).toHaveLength(2);
    expect(await find("sku_a")).toEqual([]);
    expect(await find("sku%")).toEqual([]);
    expect(await find("\\")).toEqual([]);
  });

  test("of another account are not found", async () => {
    await put(product("a"));
    const index = await readIndex(accountId);
    const other = (await makeAccount()).id;
    expect((await findIds(other, index, { fragment: "sku-a", whole: "sku-a" })).hits).toEqual([]);
  });
});
