import { randomUUID } from "node:crypto";
import type { IonClient } from "../client";
import type { IonOrderInput } from "../orders";

/** The seed's product of the vendor guide's samples. */
export const SAMPLE_PLAN = {
  productId: "OFFICE365NCE--smpnce",
  skuId: "Office-365-E1-n1",
  planId: "Monthly-n23",
};

/** An order for a customer who has a Microsoft tenant; with `domainName` for one who gets a new one. */
export function microsoftOrder({
  domainName,
  quantity = 2,
}: {
  domainName?: string;
  quantity?: number;
} = {}): IonOrderInput {
  const referenceId = `test-${randomUUID()}`;
  const attributes = domainName
    ? [
        { name: "domainName", value: domainName },
        { name: "agreementDateAgreed", value: "2026-01-15" },
        { name: "agreementUserId", value: "1234" },
        { name: "agreementEmail", value: "ann@contoso.example" },
        { name: "agreementFirstName", value: "Ann" },
        { name: "agreementLastName", value: "Lee" },
        { name: "agreementPhoneNumber", value: "5550100" },
      ]
    : [{ name: "operations", value: "addSubscription" }];
  return {
    referenceId,
    displayName: "Contract test",
    items: [{ ...SAMPLE_PLAN, action: "CREATE", quantity, attributes, referenceId: `${referenceId}-1` }],
  };
}

/** An active customer of the seed who has a Microsoft tenant already. */
export async function findCustomerWithTenant(client: IonClient): Promise<string> {
  for await (const customer of client.customers.listAll({ status: "ACTIVE" })) {
    const profiles = await client.cloudProfiles.list(customer.id);
    if (profiles.some(({ tenantId, displayName }) => tenantId && /microsoft/i.test(displayName ?? "")))
      return customer.id;
  }
  throw new Error("No customer of the seed has a Microsoft tenant.");
}
