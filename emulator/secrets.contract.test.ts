import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { newCustomer, newTenant, order } from "./testing/orders";
import { A, startTestEmulator, type TestEmulator } from "./testing/test-emulator";

const dataDir = mkdtempSync(join(tmpdir(), "ion-emulator-"));
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

async function secretsOf(ion: TestEmulator): Promise<Map<string, string>> {
  const { body } = await ion.control("GET", "/state/secrets");
  const { secrets } = body as { secrets: { kind: string; value: string }[] };
  return new Map(secrets.map(({ kind, value }) => [value, kind]));
}

test("every secret that was ever given out is told, also when it is spent, reset or older than the process", async () => {
  const first = await startTestEmulator({ dataDir });
  const refresh = await first.refreshToken();
  const form = new URLSearchParams({ grant_type: "refresh_token", refresh_token: refresh });
  const issued = (await first.raw("/oauth/token", { method: "POST", body: form })).body as Record<
    string,
    string
  >;
  const made = (
    await first.call("POST", `${A}/customers`, {
      customerOrganization: "Secrets Ltd",
      customerAddress: { street: "Hauptstraße 1", city: "Köln", state: "NW", zip: "50667", country: "DE" },
      customerName: "Ann Lee",
      customerEmail: "ann@secrets.example",
      languageCode: "DE",
      customerPhone: "2215550",
    })
  ).body as { user?: { password?: string } };
  const customerId = await newCustomer(first);
  const placed = (await order(first, customerId, { attributes: newTenant("secrets") })).body as {
    orderId: string;
  };
  await first.later(60);
  const done = (await first.get(`${A}/customers/${customerId}/orders/${placed.orderId}`)).text;
  const password = /"name":"password","value":"([^"]+)"/.exec(done)?.[1] ?? "no password in the order";
  const product = (await first.get(`${A}/products/OFFICE365NCE--smpnce?clientRole=OWNER`)).body as {
    previewAuthToken?: string;
  };
  await first.control("POST", "/reset");
  await first.close();

  const second = await startTestEmulator({ dataDir });
  const secrets = await secretsOf(second);
  await second.close();
  expect(secrets.get(refresh)).toBe("refresh token");
  expect(secrets.get(issued.refresh_token ?? "")).toBe("refresh token");
  expect(secrets.get(issued.access_token ?? "")).toBe("access token");
  expect(secrets.get(first.accessToken)).toBe("access token");
  expect(secrets.get(made.user?.password ?? "none")).toBe("user's password");
  expect(secrets.get(password)).toBe("tenant administrator's password");
  expect(secrets.get(product.previewAuthToken ?? "none")).toBe("preview token");
  expect(secrets.get("seed-only-sophos-password")).toBe("password of products");
  expect(secrets.get("seed-only-sophos-secret")).toBe("clientSecret of products");
});

test("the journal tells the request id that a caller sends", async () => {
  const ion = await startTestEmulator();
  const headers = { authorization: `Bearer ${ion.accessToken}`, "x-request-id": "a-callers-own-id" };
  await ion.raw(`${A}/products/charges`, { headers });
  await ion.get(`${A}/products/charges`);
  const { requests } = (await ion.control("GET", "/requests?path=*/charges")).body as {
    requests: { callerRequestId: string | null }[];
  };
  await ion.close();
  expect(requests.map(({ callerRequestId }) => callerRequestId)).toEqual(["a-callers-own-id", null]);
});
