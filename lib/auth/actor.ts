import type { Role } from "./permissions";

/** Who is asking: always the result of a database read in this request, never a copy from the session cookie. */
export type Actor = {
  userId: string;
  /** The portal's own id of the reseller account (uuid); every row the portal keeps is scoped by it. */
  accountId: string;
  /** The account's id at Ion (digits); part of every Ion path. */
  ionAccountId: string;
  name: string;
  email: string;
  role: Role;
  /** Ion customer ids this person may see. */
  customerIds: "all" | ReadonlySet<string>;
  /** Of what every page shows around itself (accounts.frameVersion), as of this request; absent where nobody looks. */
  frameVersion?: number;
};

/** True when the actor may see this customer at all. */
export function seesCustomer(actor: Actor, customerId: string): boolean {
  return actor.customerIds === "all" || actor.customerIds.has(customerId);
}
