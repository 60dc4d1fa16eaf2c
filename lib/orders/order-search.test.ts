import { expect, test } from "vitest";
import { loadOrderSearch, toOrderQuery } from "./order-search";

const read = (search: string, customerId?: string) =>
  toOrderQuery(loadOrderSearch(new URLSearchParams(search)), customerId);
const everything = { sort: "created", dir: "desc", size: 50 };

test("an empty address asks for the newest orders of all customers", () => {
  expect(read("")).toEqual(everything);
});

test("nonsense in an address is left out", () => {
  expect(read("status=DROP&customer=1%20OR%201&order=../9&sort=total&dir=up&size=9999&pages=")).toEqual(
    everything,
  );
  expect(read(`customer=${"9".repeat(400)}&order=-1&size=1e9`)).toEqual(everything);
});

test("filters, order and the last page turned to are asked for", () => {
  expect(read("status=on-hold&customer=10054&sort=updated&dir=asc&size=25&pages=MTox~Mjox")).toEqual({
    status: "on-hold",
    customer: "10054",
    sort: "updated",
    dir: "asc",
    size: 25,
    page: "Mjox",
  });
});

test("a customer's own page asks for that customer, whatever the address says", () => {
  expect(read("customer=10099", "10054").customer).toBe("10054");
});
