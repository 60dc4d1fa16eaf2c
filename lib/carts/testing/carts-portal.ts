import { randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import { actingAs } from "@/lib/auth/acting-as";
import type { Actor } from "@/lib/auth/actor";
import type { Role } from "@/lib/auth/permissions";
import { makeAccount, makePerson } from "@/lib/db/testing/people";
import type { IonClient } from "@/lib/ion/client";
import { connectIon, storeRefreshToken } from "@/lib/ion/connect";
import { type RunningEmulator, startEmulator } from "@/lib/ion/testing/start-emulator";

/** A portal of a test's own: the emulator, an account connected to it, and people. */
export type CartsPortal = {
  emulator: RunningEmulator;
  accountId: string;
  ion: IonClient;
  owner: Actor;
  admin: Actor;
  /** A person of the account; sales people get the given customers. */
  person(role: Role, customerIds?: string[]): Promise<Actor>;
  /** A new customer at Ion, without a tenant anywhere. */
  customer(): Promise<string>;
  /** Lets calls fail: see the emulator's control surface. `hit` waits until it happened to a call. */
  fault(fault: Record<string, unknown>): Promise<{ hit(): Promise<void> }>;
  clearFaults(): Promise<void>;
  /** The calls of one kind that reached Ion, oldest first. */
  requests(method: string, pathEnd: RegExp): Promise<{ path: string; requestBody?: unknown }[]>;
  stop(): Promise<void>;
};

/** An active customer of the emulator's seed who has a Microsoft tenant, and one of another account. */
export const SEEDED = { withTenant: "70589", alsoWithTenant: "70590" };

/** Plans of the emulator's seed. */
export const PLANS = {
  /** Microsoft, USD, monthly, at most 300. */
  businessBasic: {
    productId: "Microsoft365EandFNCE-demonce",
    skuId: "USCFQ7TTC0LH180001",
    planId: "Monthly-n1",
  },
  businessStandardYearly: {
    productId: "Microsoft365EandFNCE-demonce",
    skuId: "USCFQ7TTC0LDPB0001",
    planId: "Annual-n20",
  },
  /** Microsoft, EUR. */
  officeE1: { productId: "OFFICE365NCE--smpnce", skuId: "Office-365-E1-n1", planId: "Monthly-n23" },
  /** Once, between 5 and 500. */
  serverCal: {
    productId: "WindowsServer-smpperpetual",
    skuId: "USDG7GMGF0PWHF0002",
    planId: "OneTime-cal",
  },
  ibm: {
    productId: "IBMMAAS360WATSON-smp",
    skuId: "Essentials-device",
    planId: "IBM-MaaS360-Essentials-Annual",
  },
  /** No vendor, nothing asked. */
  dropbox: { productId: "DropboxBusiness-smp", skuId: "DBX-Standard", planId: "Monthly-n1" },
  usage: { productId: "AzurePlan-demonce", skuId: "USDZH318Z0BPS60001", planId: "Based-on-Usage" },
  notInPriceBook: { productId: "VeeamBackupM365-smp", skuId: "VBO-User", planId: "Annual-n1" },
  disabled: { productId: "McAfeeWebGateway-smp", skuId: "MWG-User", planId: "Annual-n1" },
};

/** Starts it. One per test file, since a process has one database; stop it in `afterAll`. */
export async function startCartsPortal(options: { variants?: string[] } = {}): Promise<CartsPortal> {
  const emulator = await startEmulator({ ...options, args: ["--order-trouble", "0"] });
  process.env.ION_BASE_URL = emulator.url;
  const account = await makeAccount(emulator.accountId);
  await storeRefreshToken(account.id, emulator.refreshToken);
  const ion = await connectIon(account.id);
  const person = (role: Role, customerIds: string[] = []) => makePerson(account.id, role, customerIds);
  const { control } = emulator;
  return {
    emulator,
    accountId: account.id,
    ion,
    owner: await person("owner"),
    admin: await person("admin"),
    person,
    customer: () => newCustomer(ion),
    fault: async (fault) => {
      const { id } = await control<{ id: number }>("POST", "/faults", fault);
      return { hit: () => untilHit(emulator, id) };
    },
    clearFaults: async () => void (await control("DELETE", "/faults")),
    requests: async (method, pathEnd) => {
      const { requests } = await control<{ requests: { path: string; requestBody?: unknown }[] }>(
        "GET",
        `/requests?method=${method}`,
      );
      return requests.filter(({ path }) => pathEnd.test(path));
    },
    stop: () => emulator.stop(),
  };
}

async function untilHit({ control }: RunningEmulator, id: number): Promise<void> {
  for (;;) {
    const { faults } = await control<{ faults: { id: number; hits: number }[] }>("GET", "/faults");
    const fault = faults.find((one) => one.id === id);
    if (!fault) throw new Error("no such fault any more");
    if (fault.hits > 0) return;
    await wait(10);
  }
}

async function newCustomer(ion: IonClient): Promise<string> {
  const { customer } = await ion.customers.create({
    organization: `Northwind ${randomUUID().slice(0, 8)}`,
    contactName: "Ann Lee",
    email: `ann-${randomUUID()}@northwind.example`,
    languageCode: "en",
    address: { street: "1 Main St", city: "Reston", state: "VA", zip: "20190", country: "US" },
    phone: "5550100",
  });
  return customer.id;
}

/** Runs as that person. */
export function as<T>(actor: Actor, work: () => Promise<T>): Promise<T> {
  return actingAs(actor, work);
}
