import "server-only";
import { audited } from "@/lib/audit/audited";
import { requirePermission } from "@/lib/auth/require-permission";
import type { IonClient } from "@/lib/ion/client";
import { connectIon } from "@/lib/ion/connect";
import type { IonNewUser } from "@/lib/ion/customers";
import { isIonError } from "@/lib/ion/errors";
import { log } from "@/lib/log";
import { refreshMirrored } from "@/lib/mirror/refresh-mirrored";
import { requireSalesPeople, writeAssignments } from "./assign-customer";
import { customerMirror } from "./customer-mirror";
import { toNewIonCustomer } from "./to-ion-customer";
import type { CreateCustomerInput } from "./write-schemas";

export type CreatedCustomer = {
  customerId: string;
  organization: string;
  /** The contact's, with which the first user signs in. */
  email: string;
  /**
   * Sign-in of the user that Ion made with the customer; its password can never be read again, so it goes to the
   * person who created the customer and nowhere else. Null when Ion sent none, or when its answer was lost.
   */
  credentials: IonNewUser | null;
  /** Ion's answer was lost, and the customer was found by its e-mail address afterwards. */
  answerLost: boolean;
  /** The sales people could not be noted down; the customer is there all the same. */
  assignmentsFailed: boolean;
};

/**
 * Creates a customer at Ion and notes who looks after it. Throws AppError FORBIDDEN for sales, INVALID_INPUT for a
 * stranger among the sales people, and IonError: "precondition" for a taken e-mail address or a bad language code,
 * "outcome-unknown" when Ion did not answer and no such customer can be found (yet). Sending it again is safe: Ion takes
 * an e-mail address once. Source: CONTRACT.md section 2.1.
 */
export async function createCustomer({ values, salesPeople }: CreateCustomerInput): Promise<CreatedCustomer> {
  const actor = await requirePermission("customers:write");
  await requireSalesPeople(actor, salesPeople);
  const ion = await connectIon(actor.accountId);

  const entry = { action: "customers:create", resource: "customers" };
  const attempt = createOnce(ion, values).then((created) => {
    // The log names the customer, which has its id only now.
    entry.resource = `customers/${created.customerId}`;
    return created;
  });
  try {
    await audited(actor, entry, () => attempt);
  } catch (error) {
    // Throws Ion's refusal again. After a success only the log failed: the password must still get its one showing.
    await attempt;
    log.error({ event: "audit-failed", err: error }, "a created customer is missing from the audit log");
  }
  const created = await attempt;
  await refreshMirrored(customerMirror, actor.accountId, { id: created.customerId });
  const assignmentsFailed = await writeAssignments(actor, created.customerId, salesPeople).then(
    () => false,
    (error) => {
      log.error({ event: "assignment-failed", err: error }, "a new customer was not assigned");
      return true;
    },
  );
  return { ...created, organization: values.organization, email: values.email, assignmentsFailed };
}

async function createOnce(ion: IonClient, values: CreateCustomerInput["values"]) {
  try {
    const { customer, user } = await ion.customers.create(toNewIonCustomer(values));
    return { customerId: customer.id, credentials: user, answerLost: false };
  } catch (error) {
    if (!isIonError(error, "outcome-unknown")) throw error;
    const customerId = await findByEmail(ion, values).catch(() => undefined);
    if (customerId === undefined) throw error;
    return { customerId, credentials: null, answerLost: true };
  }
}

/** The customer with exactly this e-mail address and organization: the one whose creation got no answer. */
async function findByEmail(
  ion: IonClient,
  { email, organization }: CreateCustomerInput["values"],
): Promise<string | undefined> {
  for await (const customer of ion.customers.listAll({ email })) {
    if (customer.email?.toLowerCase() === email.toLowerCase() && customer.organization === organization) {
      return customer.id;
    }
  }
  return undefined;
}
