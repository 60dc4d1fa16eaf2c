import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { standardErrorBody, validationBody } from "./testing/answers/errors";
import { orderBody, orderList } from "./testing/answers/orders";
import { ADD_SUBSCRIPTION, BUSINESS_STANDARD, newCustomer, newTenant, order } from "./testing/orders";
import { A, type Reply, startTestEmulator, type TestEmulator } from "./testing/test-emulator";

let ion: TestEmulator;
let customerId: string;
beforeAll(async () => {
  ion = await startTestEmulator();
  customerId = await newCustomer(ion);
});
afterAll(() => ion.close());

function codes(reply: Reply): string[] {
  expect(reply.status).toBe(400);
  return validationBody.parse(reply.body).details[0].errors.map((error) => error.code);
}

const post = (body: unknown) => ion.call("POST", `${A}/customers/${customerId}/orders`, body);

describe("create order", () => {
  test("answers 200 with an order ON_HOLD, amounts as float32 and everything the catalog knew", async () => {
    const reply = await order(
      ion,
      customerId,
      {
        attributes: newTenant("orders1"),
        quantity: "2",
        referenceId: "item",
        endCustomerPO: "17072",
        resellerPO: 150_645,
        planId: "Annual-Monthly-n19",
      },
      { referenceId: "my-order", displayName: "msft order" },
    );
    expect(reply.status).toBe(200);
    const answer = orderBody.parse(reply.body);
    expect(answer).toMatchObject({
      status: "ON_HOLD",
      referenceId: "my-order",
      displayName: "msft order",
      currencyCode: "USD",
    });
    const [item] = answer.orderItems;
    expect(item).toMatchObject({
      quantity: 2,
      endCustomerPO: "17072",
      resellerPO: "150645",
      providerName: "AZURE",
    });
    expect(item?.price).toBe(Math.fround(13.13));
    expect(item?.subTotal).toBe(Math.fround(Math.fround(13.13) * 2));
    const catalog = Object.fromEntries(
      item?.catalogAttributes?.map(({ name, value }) => [name, value]) ?? [],
    );
    expect(catalog).toMatchObject({
      "plan.MinQuantity": "1",
      "plan.MaxQuantity": "300",
      "plan.BillingPeriod": "monthly",
      "plan.DurationUnit": "year",
      "sku.ExternalId": "US,CFQ7TTC0LDPB,0001",
      "customField.ProvisioningCategory": "NCE",
    });
    expect(item).not.toHaveProperty("provisioningInfo");
  });

  test("the guide's masked sample ids work as printed", async () => {
    const body = {
      skuId: "USxxxxxxxxxxxxxx01",
      attributes: newTenant("orders2"),
    };
    expect(orderBody.parse((await order(ion, customerId, body)).body).orderItems[0]?.skuId).toBe(
      "USCFQ7TTC0LDPB0001",
    );
  });

  test("the same POST twice makes two orders", async () => {
    const twice = [
      await order(ion, customerId, { attributes: newTenant("orders3") }, { referenceId: "same" }),
      await order(ion, customerId, { attributes: newTenant("orders3") }, { referenceId: "same" }),
    ];
    const names = twice.map((reply) => orderBody.parse(reply.body).name);
    expect(new Set(names).size).toBe(2);
  });

  test("an existing tenant: the server adds the tenant and the agreement", async () => {
    const customers = (await ion.get(`${A}/customers?pageSize=1`)).body as { customers: { name: string }[] };
    const id = String(customers.customers[0]?.name.split("/").at(-1));
    const answer = orderBody.parse((await order(ion, id, { attributes: ADD_SUBSCRIPTION })).body);
    const names = answer.orderItems[0]?.attributes.map((attribute) => attribute.name);
    expect(names).toEqual([
      "operations",
      "customerTenantId",
      "domainName",
      "agreementDateAgreed",
      "agreementUserId",
      "agreementEmail",
      "agreementFirstName",
      "agreementLastName",
      "agreementPhoneNumber",
    ]);
  });
});

describe("validation, in the contract's sequence", () => {
  test("no items", async () => {
    expect(codes(await post({}))).toEqual(["COMM-VL-001 "]);
    expect(codes(await post({ orderItems: [] }))).toEqual(["COMM-VL-001 "]);
  });

  test.each(["action", "productId", "skuId", "planId", "quantity", "attributes"])(
    "without %s",
    async (field) => {
      const reply = await order(ion, customerId, { [field]: undefined });
      expect(codes(reply)).toEqual(["COMM-VL-001 "]);
      expect(validationBody.parse(reply.body).details[0].errors[0]?.detail).toBe(
        `The '${field}' attribute must be present in the 'order.orderItem' object.`,
      );
    },
  );

  test.each([
    { action: "DELETE" },
    { action: "create" },
    { attributes: [{ name: "operations", value: "deleteSubscription" }] },
    {
      attributes: [
        { name: "operations", value: "updateSubscription" },
        { name: "renewalSetting", value: "auto-on|auto-off" },
      ],
    },
    { attributes: [{ name: "statusUpdate", value: "paused" }] },
  ])("COMM-VL-002 for %o", async (item) => {
    expect(codes(await order(ion, customerId, item))).toEqual(["COMM-VL-002"]);
  });

  test("COMM-VL-003 for UPDATE without resourceId", async () => {
    expect(codes(await order(ion, customerId, { action: "UPDATE" }))).toEqual(["COMM-VL-003"]);
  });

  test("COMM-VL-004 for a new Microsoft tenant without a domain, also for addSubscription without a tenant", async () => {
    const withoutTenant = await newCustomer(ion);
    expect(codes(await order(ion, withoutTenant, { attributes: [] }))).toEqual(["COMM-VL-004"]);
    expect(codes(await order(ion, withoutTenant, { attributes: ADD_SUBSCRIPTION }))).toEqual(["COMM-VL-004"]);
  });

  test("every missing field of every item is told at once", async () => {
    const reply = await post({
      orderItems: [{ action: "CREATE" }, { ...BUSINESS_STANDARD, action: "CREATE", quantity: 1 }],
    });
    expect(codes(reply)).toHaveLength(6);
  });

  test("unknown product, plan and subscription are 404s with their names", async () => {
    const attributes = newTenant("orders4");
    const product = await order(ion, customerId, { productId: "AWS-EC", attributes: [] });
    expect([product.status, standardErrorBody.parse(product.body).message]).toEqual([
      404,
      "listing AWS-EC not found",
    ]);
    expect((await order(ion, customerId, { planId: "nope", attributes })).status).toBe(404);
    const update = await order(ion, customerId, { action: "UPDATE", resourceId: "0000-nope" });
    expect([update.status, standardErrorBody.parse(update.body).message]).toEqual([
      404,
      `resource 'accounts/10001/customers/${customerId}/subscriptions/0000-nope' not found`,
    ]);
  });

  test.each([0, -1, 1.5, 301, "two"])("quantity %s is a 400", async (quantity) => {
    const reply = await order(ion, customerId, { quantity, attributes: newTenant("orders5") });
    expect(reply.status).toBe(400);
    standardErrorBody.parse(reply.body);
  });

  test("a disabled product and one outside the price book cannot be ordered", async () => {
    const mcafee = [{ name: "adminEmail", value: "a@b.example" }];
    const disabled = {
      productId: "McAfeeWebGateway-smp",
      skuId: "MWG-User",
      planId: "Annual-n1",
      attributes: mcafee,
    };
    const unavailable = {
      productId: "VeeamBackupM365-smp",
      skuId: "VBO-User",
      planId: "Annual-n1",
      attributes: [],
    };
    expect((await order(ion, customerId, disabled)).status).toBe(400);
    expect((await order(ion, customerId, unavailable)).status).toBe(400);
  });

  test("a refused order leaves nothing behind", async () => {
    const id = await newCustomer(ion);
    await order(ion, id, { attributes: [] });
    expect(orderList.parse((await ion.get(`${A}/customers/${id}/orders?pageSize=5`)).body).totalCount).toBe(
      0,
    );
  });
});

describe("lists", () => {
  const list = async (path: string) => orderList.parse((await ion.get(path)).body);

  test("the account's orders come newest first; sortBy and sortOrder turn them round", async () => {
    const newest = (await list(`${A}/orders?pageSize=100`)).orders.map((one) => one.createTime);
    expect(newest).toEqual([...newest].sort().reverse());
    const oldest = (await list(`${A}/orders?pageSize=100&sortOrder=asc`)).orders.map((one) => one.createTime);
    expect(oldest).toEqual([...oldest].sort());
    const updated = (await list(`${A}/orders?pageSize=100&sortBy=updateTime`)).orders.map(
      (one) => one.updateTime,
    );
    expect(updated).toEqual([...updated].sort().reverse());
    expect((await ion.get(`${A}/orders?pageSize=1&sortBy=total`)).status).toBe(400);
  });

  test("pages to the end and counts them all", async () => {
    const seen: string[] = [];
    let token: string | undefined;
    let total = 0;
    do {
      const page = await list(`${A}/orders?pageSize=33${token ? `&pageToken=${token}` : ""}`);
      seen.push(...page.orders.map((one) => one.name));
      [token, total] = [page.nextPageToken, page.totalCount];
    } while (token);
    expect(seen).toHaveLength(total);
    expect(new Set(seen).size).toBe(total);
  });

  test("every status is in the seed, one order IN_PROGRESS for months, and each can be asked for", async () => {
    for (const status of ["NEW", "CONFIRMED", "ON_HOLD", "COMPLETED", "ERROR", "CANCELED", "IN_PROGRESS"]) {
      const { orders } = await list(`${A}/orders?pageSize=100&status=${status}&sortOrder=ASC`);
      expect([status, orders.length > 0, orders.every((one) => one.status === status)]).toEqual([
        status,
        true,
        true,
      ]);
      if (status === "ERROR")
        expect(orders.every((one) => one.errors?.length && one.orderItems[0]?.errors)).toBe(true);
      if (status === "ON_HOLD") {
        expect(
          orders.some((one) => one.provisioningInfo.details && one.orderItems[0]?.additionalInformation),
        ).toBe(true);
      }
      if (status === "IN_PROGRESS") {
        expect(Date.parse(orders[0]?.createTime ?? "")).toBeLessThan(Date.parse("2025-09-01"));
        expect(orders[0]?.orderItems[0]?.status).toBe("NEW");
      }
    }
  });

  test("COMPLETE and CANCELLED filter like COMPLETED and CANCELED; other words are a 400", async () => {
    const completed = await list(`${A}/orders?pageSize=1&status=COMPLETED`);
    expect((await list(`${A}/orders?pageSize=1&status=COMPLETE`)).totalCount).toBe(completed.totalCount);
    expect((await list(`${A}/orders?pageSize=1&status=CANCELLED`)).totalCount).toBeGreaterThan(0);
    expect((await ion.get(`${A}/orders?pageSize=1&status=DONE`)).status).toBe(400);
  });

  test("filters by customers and providers", async () => {
    const { orders } = await list(`${A}/orders?pageSize=100&filter.providerNameList=ibm,SOPHOS`);
    expect(orders.length).toBeGreaterThan(0);
    const providers = (one: (typeof orders)[number]) => one.orderItems.map((item) => item.providerName);
    expect(orders.every((one) => providers(one).some((name) => name === "IBM" || name === "SOPHOS"))).toBe(
      true,
    );
    const id = orders[0]?.name.split("/")[3];
    const ofOne = await list(`${A}/orders?pageSize=100&filter.customerIdList=${id},999999`);
    expect(ofOne.orders.every((one) => one.name.includes(`/customers/${id}/`))).toBe(true);
    expect((await list(`${A}/orders?pageSize=5&filter.accountIdList=10002`)).totalCount).toBe(0);
  });

  test("a customer's orders, every customer's as `-`, both need paging parameters", async () => {
    const own = await list(`${A}/customers/${customerId}/orders?pageSize=100`);
    expect(own.orders.length).toBeGreaterThan(0);
    expect(own.orders.every((one) => one.name.includes(`/customers/${customerId}/`))).toBe(true);
    const every = await list(`${A}/customers/-/orders?pageSize=1`);
    expect(every.totalCount).toBe((await list(`${A}/orders?pageSize=1`)).totalCount);
    expect((await ion.get(`${A}/orders`)).status).toBe(400);
    expect((await ion.get(`${A}/customers/${customerId}/orders`)).status).toBe(400);
    expect((await ion.get(`${A}/customers/1/orders?pageSize=1`)).status).toBe(404);
  });
});

describe("get order", () => {
  test("finds it under its customer and under `-`, nowhere else", async () => {
    const { orderId } = orderBody.parse(
      (await order(ion, customerId, { attributes: newTenant("orders6") })).body,
    );
    expect((await ion.get(`${A}/customers/${customerId}/orders/${orderId}`)).status).toBe(200);
    expect((await ion.get(`${A}/customers/-/orders/${orderId}`)).status).toBe(200);
    const stranger = await newCustomer(ion);
    const reply = await ion.get(`${A}/customers/${stranger}/orders/${orderId}`);
    expect([reply.status, standardErrorBody.parse(reply.body).message]).toEqual([
      404,
      `resource 'accounts/10001/customers/${stranger}/orders/${orderId}' not found`,
    ]);
    expect((await ion.asOther("GET", `/api/v3/accounts/10002/customers/-/orders/${orderId}`)).status).toBe(
      404,
    );
    expect((await ion.get(`${A}/customers/${customerId}/orders/abc`)).status).toBe(404);
  });
});
