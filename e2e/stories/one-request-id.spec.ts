import { newCustomer } from "../customers";
import { emulator } from "../emulator";
import { expect, signIn, test } from "../fixtures";

test("one id goes from the browser to Ion and back, and is what a person is told to quote", {
  tag: "@safety",
}, async ({ page, browser }) => {
  await signIn(page, "owner");
  const customer = await newCustomer(browser);
  const carts = `/api/customers/${customer.id}/carts`;

  await test.step("the id of a proxy before the portal reaches Ion", async () => {
    const answer = await page.request.get(carts, { headers: { "x-request-id": "story-from-a-proxy" } });
    expect(answer.status()).toBe(200);
    expect(answer.headers()["x-request-id"]).toBe("story-from-a-proxy");
    const calls = await emulator.callsOf("story-from-a-proxy");
    expect(calls.map(({ path }) => path)).toContainEqual(
      expect.stringContaining(`/customers/${customer.id}/carts`),
    );
  });

  await test.step("a page makes one, each its own", async () => {
    const answers = await Promise.all(["/orders", "/customers"].map((path) => page.request.get(path)));
    const ids = answers.map((answer) => answer.headers()["x-request-id"] ?? "");
    for (const id of ids) expect(id).toMatch(/^[0-9a-f]{16}$/);
    expect(new Set(ids).size).toBe(2);
  });

  await test.step("and a policy whose nonce its scripts carry", async () => {
    for (const path of ["/orders", "/sign-in", "/nowhere"]) {
      const answer = await page.request.get(path, { maxRedirects: 0 });
      const policy = answer.headers()["content-security-policy"] ?? "";
      const [, nonce = "none"] = /script-src 'self' 'nonce-([^']+)'/.exec(policy) ?? [];
      const scripts = (await answer.text()).match(/<script[^>]*>/g) ?? [];
      expect(scripts.filter((script) => !script.includes(`nonce="${nonce}"`))).toEqual([]);
      if (answer.status() !== 307) expect(scripts.length).toBeGreaterThan(3);
    }
  });

  await test.step("a refusal of the portal's own gives it as the reference", async () => {
    const answer = await page.request.get("/api/customers/999999999/carts");
    expect(answer.status()).toBe(404);
    expect((await answer.json()).error.reference).toBe(answer.headers()["x-request-id"]);
  });

  await test.step("so does an answer of Ion's that has no id", async () => {
    await emulator.breakWith({
      method: "GET",
      path: `*/customers/${customer.id}/carts*`,
      kind: "drop-before",
    });
    const answer = await page.request.get(carts);
    expect(answer.ok()).toBe(false);
    expect((await answer.json()).error.reference).toBe(answer.headers()["x-request-id"]);
  });
});
