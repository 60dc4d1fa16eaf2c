import { expect, test } from "vitest";
import { getDb } from "@/lib/db/client";
import { provisioningDrafts } from "@/lib/db/schema/carts";
import { withoutValues } from "@/lib/observe/scrub";

test("a failed query is logged without the values it was to write", async () => {
  const db = await getDb();
  const error = await db
    .insert(provisioningDrafts)
    .values({
      accountId: "00000000-0000-0000-0000-000000000000",
      cartId: "1",
      cartItemId: "1",
      values: { agreementEmail: "private@example.com" },
    })
    .then(
      () => undefined,
      (reason: unknown) => reason,
    );
  expect(String(error)).toContain("private@example.com");
  const logged = JSON.stringify(withoutValues(error));
  expect(logged).toMatch(/foreign key/);
  expect(logged).not.toContain("private@example.com");
});
