import { randomUUID } from "node:crypto";
import type { Actor } from "@/lib/auth/actor";
import type { Role } from "@/lib/auth/permissions";
import { makeAccount, makePerson } from "@/lib/db/testing/people";
import type { IonClient } from "@/lib/ion/client";
import { connectIon, storeRefreshToken } from "@/lib/ion/connect";
import { type RunningEmulator, startEmulator } from "@/lib/ion/testing/start-emulator";
import { type CustomerValues, newCustomerValues } from "../customer-values";

/** A portal of a test's own: the emulator, the account of its seed with people, and the other reseller's owner. */
export type CustomersPortal = {
  emulator: RunningEmulator;
  ion: IonClient;
  owner: Actor;
  admin: Actor;
  /** Owner of the emulator's second account, 10002. */
  stranger: Actor;
  person(role: Role, customerIds?: string[]): Promise<Actor>;
};

/** An active customer of the seed, and another one. */
export const SEEDED = { one: "70589", other: "70590" };

/** Starts it. One per test file, since a process has one database; stop the emulator in `afterAll`. */
export async function startCustomersPortal(
  options: Parameters<typeof startEmulator>[0] = {},
): Promise<CustomersPortal> {
  const emulator = await startEmulator(options);
  process.env.ION_BASE_URL = emulator.url;
  const account = await makeAccount(emulator.accountId);
  await storeRefreshToken(account.id, emulator.refreshToken);
  const other = await makeAccount("10002");
  await storeRefreshToken(other.id, await emulator.newRefreshToken("10002"));
  return {
    emulator,
    ion: await connectIon(account.id),
    owner: await makePerson(account.id, "owner"),
    admin: await makePerson(account.id, "admin"),
    stranger: await makePerson(other.id, "owner"),
    person: (role, customerIds = []) => makePerson(account.id, role, customerIds),
  };
}

/** A filled form that Ion takes. */
export function filledForm(over: Partial<CustomerValues> = {}): CustomerValues {
  const id = randomUUID().slice(0, 8);
  return {
    ...newCustomerValues({ languageCode: "en", country: "US" }),
    organization: `Northwind ${id}`,
    firstName: "Ann",
    lastName: "Lee",
    email: `ann-${id}@northwind.example`,
    address: { street: "1 Main St", suite: "", city: "Reston", state: "VA", zip: "20190", country: "US" },
    ...over,
  };
}
