import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { collect, connectEmulator } from "./testing/connect-emulator";
import { findCustomerWithTenant, microsoftOrder } from "./testing/microsoft-order";
import { type RunningEmulator, startEmulator } from "./testing/start-emulator";

let emulator: RunningEmulator;
let ion: Awaited<ReturnType<typeof connectEmulator>>;

beforeAll(async () => {
  emulator = await startEmulator({ args: ["--order-trouble", "0"] });
  ion = await connectEmulator(emulator);
});

afterAll(() => emulator.stop());

/** What the emulator answers to anyone with a token, read without the client. */
async function rawAnswer(path: string): Promise<unknown> {
  const token = await ion.vault.getAccessToken();
  const response = await fetch(`${emulator.url}${path}`, { headers: { authorization: `Bearer ${token}` } });
  return response.json();
}

/** The texts under keys and attribute names that say secret, found without the client's own rule. */
function secretsIn(value: unknown, found: string[] = []): string[] {
  if (Array.isArray(value)) for (const item of value) secretsIn(item, found);
  else if (value !== null && typeof value === "object") {
    const { name, value: held } = value as { name?: unknown; value?: unknown };
    if (name === "password" && typeof held === "string") found.push(held);
    for (const [key, inner] of Object.entries(value)) {
      if (/^(password|clientSecret|apiAccessKey|previewAuthToken)$/.test(key) && typeof inner === "string")
        found.push(inner);
      else secretsIn(inner, found);
    }
  }
  return found.filter((secret) => secret.length > 5);
}

describe("secrets in Ion's answers", () => {
  it("are in no order the client hands on, and in no event", async () => {
    const customerId = await findCustomerWithTenant(ion.client);
    const { customer } = await ion.client.customers.create({
      organization: "Secrets Ltd",
      contactName: "Ann Lee",
      email: `ann-${crypto.randomUUID()}@secrets.example`,
      languageCode: "en",
      address: { street: "1 Main St", city: "Reston", state: "VA", zip: "20190", country: "US" },
    });
    const order = await ion.client.orders.create(
      customer.id,
      microsoftOrder({ domainName: `s${Date.now()}` }),
    );
    await emulator.control("POST", "/clock", { advanceSeconds: 600 });

    const account = `/api/v3/accounts/${emulator.accountId}`;
    const secrets = secretsIn([
      await rawAnswer(`${account}/customers/${customer.id}/orders/${order.id}`),
      await rawAnswer(`${account}/orders?pageSize=100`),
    ]);
    const { items } = await ion.client.orders.readCredentials(customer.id, order.id);
    expect(secrets).toContain(items[0]?.password);

    const handedOn = JSON.stringify([
      await ion.client.orders.get(customer.id, order.id),
      await collect(ion.client.orders.listAllForAccount()),
      await collect(ion.client.orders.listAllForCustomer(customer.id)),
      await collect(ion.client.subscriptions.listAll({ filters: { customerId: customer.id } })),
      await ion.client.cloudProfiles.list(customerId),
      ion.events,
    ]);
    for (const secret of secrets) expect(handedOn).not.toContain(secret);
  });

  it("are in no product the client hands on, whose forms stay whole", async () => {
    const products = await collect(ion.client.products.listAll());
    const account = `/api/v3/accounts/${emulator.accountId}`;
    const raw: unknown[] = [];
    const single: unknown[] = [];
    for (const { id } of products) {
      const path = `${account}/products/${encodeURIComponent(id)}`;
      raw.push(await rawAnswer(path), await rawAnswer(`${path}?clientRole=OWNER`));
      single.push(
        await ion.client.products.get(id),
        await ion.client.products.get(id, { clientRole: "OWNER" }),
      );
    }
    const secrets = secretsIn(raw);
    expect(secrets.length).toBeGreaterThan(products.length);
    const handedOn = JSON.stringify([products, single]);
    for (const secret of secrets) expect(handedOn).not.toContain(secret);
    expect(handedOn).toContain('"configuration"');
  });

  it("are in no error, although Ion's sentences go into it", async () => {
    const token = await ion.vault.getAccessToken();
    const message = `the token ${token} is not allowed, password: hunter2-hunter2`;
    await emulator.control("POST", "/faults", {
      path: "*/customers",
      kind: "status",
      status: 403,
      message,
      count: 1,
    });
    const error = await ion.client.customers.list().catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(Error);
    const everything = JSON.stringify([
      error,
      String(error),
      error instanceof Error && error.stack,
      ion.events,
    ]);
    expect(everything).toContain("is not allowed");
    expect(everything).not.toContain(token);
    expect(everything).not.toContain("hunter2");
  });

  it("are in no query string", async () => {
    const { requests } = await emulator.control<{ requests: { query: string }[] }>(
      "GET",
      "/requests?limit=1000",
    );
    const token = await ion.vault.getAccessToken();
    expect(requests.length).toBeGreaterThan(0);
    expect(requests.filter((request) => request.query.includes(token))).toEqual([]);
  });
});
