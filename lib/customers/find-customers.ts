import "server-only";
import { requirePermission } from "@/lib/auth/require-permission";
import { readCustomerList, visibleTo } from "./customer-list";
import { matchCustomers } from "./match-customers";
import type { CustomerOption } from "./schemas";

const SUGGESTIONS = 20;

/** The 20 best answers to what somebody typed, among the customers this person may see. */
export async function findCustomers(question: string): Promise<CustomerOption[]> {
  const actor = await requirePermission("customers:read");
  const { rows } = await readCustomerList(actor);
  return matchCustomers(rows, question, visibleTo(actor), SUGGESTIONS).map(
    ({ id, organization, email, domain, status }) => ({ id, organization, email, domain, status }),
  );
}
