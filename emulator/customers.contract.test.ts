import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { z } from "zod";
import { cloudProfilesBody, customerBody, customerList, newCustomerBody } from "./testing/answers/customers";
import { preconditionBody, standardErrorBody } from "./testing/answers/errors";
import { newCustomer } from "./testing/orders";
import { A, startTestEmulator, type TestEmulator } from "./testing/test-emulator";

let ion: TestEmulator;
beforeAll(async () => {
  ion = await startTestEmulator();
});
afterAll(() => ion.close());

const valid = {
  customerOrganization: "Bäckerei Grün GmbH",
  customerAddress: { street: "Hauptstraße 1", city: "Köln", state: "NW", zip: "50667", country: "DE" },
  customerName: "Jürgen Müller",
  customerEmail: "juergen@gruen.example",
  languageCode: "DE",
  customerPhone: "2215550",
  customerDomain: "gruen.example",
  primaryContactFirstName: "Jürgen",
  customerCustomFields: { key: "ContactID", value: "1234" },
};

async function all(query = ""): Promise<z.infer<typeof customerList>["customers"]> {
  const found = [];
  let token: string | undefined;
  do {
    const path = `${A}/customers?pageSize=7${query}${token ? `&pageToken=${token}` : ""}`;
    const page = customerList.parse((await ion.get(path)).body);
    found.push(...page.customers);
    token = page.nextPageToken;
  } while (token);
  return found;
}

describe("list customers", () => {
  test("pages to the end, each customer once, oldest first", async () => {
    const customers = await all();
    expect(new Set(customers.map((one) => one.name)).size).toBe(customers.length);
    expect(customers.length).toBeGreaterThanOrEqual(60);
    const times = customers.slice(0, 60).map((one) => one.createTime);
    expect(times).toEqual([...times].sort());
  });

  test("needs pageSize or pageToken", async () => {
    const reply = await ion.get(`${A}/customers`);
    expect(reply.status).toBe(400);
    const body = standardErrorBody.parse(reply.body);
    expect([body.error, body.message]).toEqual([
      "INVALID_REQUEST",
      "At least one of page_size and page_token must be present",
    ]);
  });

  test("takes page_size, a trailing slash, and caps pages at 100", async () => {
    expect(customerList.parse((await ion.get(`${A}/customers/?page_size=2`)).body).customers).toHaveLength(2);
    expect((await ion.get(`${A}/customers?pageSize=5000`)).status).toBe(200);
  });

  test.each([
    [
      "filter.customerStatus=INACTIVE",
      (one: { customerStatus: string }) => one.customerStatus === "INACTIVE",
    ],
    ["filter.languageCode=fr", (one: { languageCode: string }) => one.languageCode === "FR"],
  ])("filters by %s", async (filter, matches) => {
    const customers = await all(`&${filter}`);
    expect(customers.length).toBeGreaterThan(0);
    expect(customers.every(matches)).toBe(true);
  });

  test("filters by e-mail and by contact name", async () => {
    const [first] = await all();
    if (!first) throw new Error("no customers");
    const byEmail = await all(
      `&filter.customerEmail=${encodeURIComponent(first.customerEmail.toUpperCase())}`,
    );
    expect(byEmail.map((one) => one.name)).toEqual([first.name]);
    const byName = await all(`&filter.customerName=${encodeURIComponent(first.customerName)}`);
    expect(byName.map((one) => one.name)).toContain(first.name);
    expect(await all("&filter.customerName=Nobody%20Nowhere")).toEqual([]);
  });

  test("a page token is refused with other filters, and when it is damaged", async () => {
    const { nextPageToken } = customerList.parse((await ion.get(`${A}/customers?pageSize=1`)).body);
    expect((await ion.get(`${A}/customers?pageToken=${nextPageToken}&filter.languageCode=fr`)).status).toBe(
      400,
    );
    expect((await ion.get(`${A}/customers?pageToken=nonsense`)).status).toBe(400);
  });

  test("refuses a page size that is not a number", async () => {
    expect((await ion.get(`${A}/customers?pageSize=ten`)).status).toBe(400);
    expect((await ion.get(`${A}/customers?pageSize=-1`)).status).toBe(400);
  });
});

describe("create customer", () => {
  test("answers 200 with the customer and the default user's one-time password", async () => {
    const reply = await ion.call("POST", `${A}/customers`, valid);
    expect(reply.status).toBe(200);
    const created = newCustomerBody.parse(reply.body);
    expect(created.customerStatus).toBe("ACTIVE");
    const again = await ion.get(`/api/v3/${created.name}`);
    expect(again.text).not.toContain(created.user.password);
    const { user: _, ...rest } = created;
    expect(customerBody.parse(again.body)).toEqual(rest);
  });

  test.each([
    ["customerOrganization", "orgName"],
    ["customerAddress", "customerAddress"],
    ["customerName", "customerName"],
    ["customerEmail", "customerEmail"],
    ["languageCode", "languageCode"],
  ])("without %s it is a 400 that names it", async (field, named) => {
    const reply = await ion.call("POST", `${A}/customers`, {
      ...valid,
      customerEmail: "x@y.example",
      [field]: undefined,
    });
    expect(reply.status).toBe(400);
    expect(standardErrorBody.parse(reply.body).message).toBe(`must have required property '${named}'`);
  });

  test("a taken e-mail is a 412 CUS-CR-001, whatever its case", async () => {
    await newCustomer(ion, { customerEmail: "taken@customer.example" });
    const reply = await ion.call("POST", `${A}/customers`, {
      ...valid,
      customerEmail: "Taken@Customer.example",
    });
    expect(reply.status).toBe(412);
    expect(preconditionBody.parse(reply.body).details[0]).toMatchObject({
      code: "CUS-CR-001",
      referenceEntity: "primaryContactEmail",
    });
  });

  test("an unknown language is a 412 CUS-CR-002", async () => {
    const reply = await ion.call("POST", `${A}/customers`, {
      ...valid,
      customerEmail: "q@y.example",
      languageCode: "qq",
    });
    expect(reply.status).toBe(412);
    expect(preconditionBody.parse(reply.body).details[0].code).toBe("CUS-CR-002");
  });

  test("takes every shape of custom fields and both spellings of the contact's name", async () => {
    const list = [
      { key: "a", value: "1" },
      { key: "b", value: "2" },
    ];
    const asMap = await newCustomer(ion, { customerCustomFields: { a: "1", b: "2" } });
    const asList = await newCustomer(ion, { customerCustomFields: list, primaryContantFirstName: "Janet" });
    for (const id of [asMap, asList]) {
      expect((await ion.get(`${A}/customers/${id}`)).body).toMatchObject({ customerCustomFields: list });
    }
    expect((await ion.get(`${A}/customers/${asList}`)).body).toMatchObject({
      primaryContactFirstName: "Janet",
    });
  });

  test("refuses a 10,000-character name, a country that is no code, a broken e-mail and a field of the wrong type", async () => {
    const tries = [
      { customerOrganization: "x".repeat(10_000) },
      { customerAddress: { ...valid.customerAddress, country: "Germany" } },
      { customerEmail: "not-an-email" },
      { customerName: 7 },
      { customerAddress: "Hauptstraße 1" },
    ];
    for (const wrong of tries) {
      const reply = await ion.call("POST", `${A}/customers`, { ...valid, ...wrong });
      expect([JSON.stringify(wrong).slice(0, 60), reply.status]).toEqual([
        JSON.stringify(wrong).slice(0, 60),
        400,
      ]);
      standardErrorBody.parse(reply.body);
    }
  });
});

describe("update customer", () => {
  test("writes the whole customer: an optional field that is not sent is gone", async () => {
    const id = await newCustomer(ion, { customerPhone: "123456", customerTitle: "CEO" });
    const reply = await ion.call("PUT", `${A}/customers/${id}/`, {
      ...valid,
      customerEmail: "new@customer.example",
      customerPhone: undefined,
    });
    expect(reply.status).toBe(200);
    const changed = customerBody.parse(reply.body);
    expect(changed.customerOrganization).toBe(valid.customerOrganization);
    expect(changed).not.toHaveProperty("customerPhone");
    expect(changed).not.toHaveProperty("customerTitle");
  });

  test("keeps its own e-mail but may not take another's", async () => {
    const id = await newCustomer(ion, { customerEmail: "own@customer.example" });
    await newCustomer(ion, { customerEmail: "other@customer.example" });
    const put = (customerEmail: string) =>
      ion.call("PUT", `${A}/customers/${id}`, { ...valid, customerEmail });
    expect((await put("own@customer.example")).status).toBe(200);
    expect((await put("other@customer.example")).status).toBe(412);
  });

  test("an unknown customer is a 404 with the resource's name, an invalid body a 400", async () => {
    const reply = await ion.call("PUT", `${A}/customers/10054`, valid);
    expect(reply.status).toBe(404);
    expect(standardErrorBody.parse(reply.body).message).toBe(
      "resource 'accounts/10001/customers/10054' not found",
    );
    const id = await newCustomer(ion);
    expect((await ion.call("PUT", `${A}/customers/${id}`, {})).status).toBe(400);
  });
});

describe("cloud profiles", () => {
  test("list every provider, the customer's tenants enabled", async () => {
    const [first] = await all();
    const body = cloudProfilesBody.parse((await ion.get(`/api/v3/${first?.name}/cloudProfiles`)).body);
    const microsoft = body.customerCloudProfiles.find((one) => one.providerId === "30");
    expect(microsoft).toMatchObject({ enabled: true, displayName: "Microsoft", agreementStatus: "ACCEPTED" });
    expect(microsoft?.customerDomain).toMatch(/\.onmicrosoft\.com$/);
  });

  test("a customer without a tenant has a disabled Microsoft profile without tenant id", async () => {
    const id = await newCustomer(ion);
    const body = cloudProfilesBody.parse(
      (await ion.get(`${A}/customers/${id}/cloudProfiles?providerId=30`)).body,
    );
    expect(body.customerCloudProfiles).toEqual([
      { providerId: "30", displayName: "Microsoft", shortName: "azure", enabled: false },
    ]);
    const enabled = await ion.get(`${A}/customers/${id}/cloudProfiles?enabledOnly=true`);
    expect(cloudProfilesBody.parse(enabled.body).customerCloudProfiles).toEqual([]);
  });

  test("the deprecated twin needs a provider and answers the tenant's profile", async () => {
    const [first] = await all();
    expect((await ion.get(`/api/v3/${first?.name}/cloudProfile`)).status).toBe(400);
    expect((await ion.get(`/api/v3/${first?.name}/cloudProfile?providerId=30`)).body).toMatchObject({
      companyProfile: { domain: expect.stringMatching(/onmicrosoft/) },
      agreements: [{ type: "MicrosoftCustomerAgreement" }],
    });
  });
});

describe("two accounts", () => {
  test("the wrong account in the path is a 403 that names it", async () => {
    const reply = await ion.asOther("GET", `${A}/customers?pageSize=5`);
    expect(reply.status).toBe(403);
    expect(standardErrorBody.parse(reply.body).message).toBe("permission denied to access accounts/10001");
  });

  test("another account's customer is a 404 under the own account, and its owner still gets it", async () => {
    const id = await newCustomer(ion);
    expect((await ion.asOther("GET", `/api/v3/accounts/10002/customers/${id}`)).status).toBe(404);
    expect((await ion.get(`${A}/customers/${id}`)).status).toBe(200);
  });

  test("the lists do not overlap", async () => {
    const other = await ion.asOther("GET", "/api/v3/accounts/10002/customers?pageSize=100");
    const names = customerList.parse(other.body).customers.map((one) => one.name);
    expect(names.length).toBeGreaterThan(0);
    expect(names.every((name) => name.startsWith("accounts/10002/"))).toBe(true);
  });
});
