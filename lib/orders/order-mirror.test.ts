import { describe, expect, test } from "vitest";
import { orderSchema as ionOrderSchema } from "@/lib/ion/schemas/orders";
import { toOrderRow } from "./map-order";
import { orderMirror } from "./order-mirror";
import { TAKING_LONG_AFTER_MS } from "./order-status";
import { type StoredOrderRow, toOrderRowAt } from "./stored-order-row";

const CREATED = "2026-03-01T10:00:00.000Z";
const context = { providerNames: new Map<string, string>() };

const item = (more: Record<string, unknown> = {}) => ({
  name: "accounts/10001/customers/22/orders/7/orderItems/71",
  action: "CREATE",
  productId: "CFQ7TTC0LF8Q",
  skuId: "0001",
  planId: "P1Y-M",
  skuName: "Office 365 É1",
  planName: "Monthly",
  quantity: 4,
  price: 155.48175,
  cost: 132.159,
  subTotal: 621.927,
  currencyCode: "USD",
  status: "IN_PROGRESS",
  mfgPartNumber: "CFQ7TTC0LF8Q:0001:P1Y:M",
  endCustomerPO: "PO  1234-B",
  resourceId: "9f0c-77",
  attributes: [{ name: "domainName", value: "contoso.onmicrosoft.com" }],
  ...more,
});
const sent = (more: Record<string, unknown> = {}, items: unknown[] = [item()]) => ({
  name: "accounts/10001/customers/22/orders/7",
  referenceId: "customers/22/carts/5",
  status: "IN_PROGRESS",
  currencyCode: "USD",
  total: 621.927,
  userName: "Ada Personal",
  orderItems: items,
  createTime: CREATED,
  updateTime: "2026-03-01T10:00:05Z",
  ...more,
});
const read = (more?: Record<string, unknown>, items?: unknown[]) => ionOrderSchema().parse(sent(more, items));
const rowOf = (order: ReturnType<typeof read>) => orderMirror.toRow(order, context);

describe("a mirrored order", () => {
  test("has the columns lists sort and filter by", () => {
    const { columns } = rowOf(read());
    expect(columns).toMatchObject({
      id: "7",
      customerId: "22",
      title: "Office 365 É1",
      sortTitle: "office 0000000365 e0000000001",
      status: "IN_PROGRESS",
      state: "running",
      kind: "new",
      seats: 4,
      total: "621.93",
      currency: "USD",
      cartId: "5",
      createdAt: CREATED,
    });
  });

  test("is found by numbers, names, reference, purchase orders and domain, without case and accents", () => {
    const lines = rowOf(read()).columns.search.split("\n");
    for (const part of [
      "7",
      "customers/22/carts/5",
      "office 365 e1",
      "po 1234-b",
      "9f0c-77",
      "cfq7ttc0lf8q:0001:p1y:m",
    ])
      expect(lines).toContain(part);
    expect(lines).toContain("contoso.onmicrosoft.com");
    expect(lines.join()).not.toContain("ada");
  });

  test("reads from the kept row exactly as from Ion's answer, however the clock stands", () => {
    const held = item({ status: "ON_HOLD", additionalInformation: "Waits for credit" });
    const all = [
      read(),
      read({ status: "NEW" }),
      read({ status: "ON_HOLD" }, [held]),
      read({ status: "ON_HOLD" }, [item({ status: "ON_HOLD" })]),
      read({ status: "COMPLETED" }, [item({ status: "COMPLETED" }), item({ status: "ERROR" })]),
      read({ status: "ERROR", errors: [{ code: "COMM-VL-004", detail: "Domain taken" }] }),
      read({ status: "SOMETHING_NEW" }),
      read({ status: "CANCELED", total: undefined, currencyCode: undefined }),
      read({ scheduledAt: "2026-03-02T10:00:00Z" }),
      read({ createTime: undefined, updateTime: undefined }),
    ];
    const started = Date.parse(CREATED);
    for (const order of all) {
      const kept = JSON.parse(JSON.stringify(rowOf(order).columns.row)) as StoredOrderRow;
      for (const nowMs of [started, started + TAKING_LONG_AFTER_MS + 1, started + 2 * 86_400_000]) {
        expect(toOrderRowAt(kept, "Contoso", nowMs)).toEqual(toOrderRow(order, "Contoso", nowMs));
      }
    }
  });

  test("can be read again from what is kept, also when only the address told its ids", () => {
    const unnamed = ionOrderSchema({ customerId: "22", orderId: "7" }).parse(
      sent({ name: "Test Customer" }, [item({ name: undefined })]),
    );
    const again = orderMirror.fromRaw(JSON.parse(JSON.stringify(rowOf(unnamed).columns.raw)));
    expect({ ...again, raw: {} }).toEqual({ ...unnamed, raw: {} });
  });

  test("is the same for the same order, so that nothing is written again", () => {
    expect(rowOf(read())).toEqual(rowOf(read()));
  });

  test("has no total when its items are of several currencies, and no seats when one is missing", () => {
    const mixed = [item(), item({ currencyCode: "EUR", subTotal: 10, quantity: undefined })];
    const { columns } = rowOf(read({ total: undefined, currencyCode: undefined }, mixed));
    expect(columns).toMatchObject({ total: null, currency: null, seats: null });
  });

  test("keeps its items in Ion's order with prices per unit", () => {
    const children = rowOf(read({}, [item(), item({ skuName: "Second", quantity: 3_000_000_000 })])).children;
    expect(children?.[0]).toMatchObject([
      {
        position: 0,
        name: "Office 365 É1",
        quantity: 4,
        price: "155.4818",
        cost: "132.159",
        subTotal: "621.93",
      },
      { position: 1, name: "Second", quantity: null },
    ]);
  });
});
