import type { Actor } from "@/lib/auth/actor";
import { type CartsPortal, startCartsPortal } from "@/lib/carts/testing/carts-portal";
import { makeAccount, makePerson } from "@/lib/db/testing/people";
import { storeRefreshToken } from "@/lib/ion/connect";
import type { IonOrder } from "@/lib/ion/schemas/orders";
import { microsoftOrder } from "@/lib/ion/testing/microsoft-order";
import { placedIntent } from "./intents";

/** What becomes of an order at the emulator. */
type Outcome = "complete" | "on-hold" | "error" | "stuck";

/** A portal of a test's own in which orders are placed without going through a cart. */
export type OrdersPortal = CartsPortal & {
  /** Places an order at Ion; `domainName` makes it one with a new tenant. */
  order(
    customerId: string,
    options?: { outcome?: Outcome; domainName?: string; quantity?: number },
  ): Promise<IonOrder>;
  /** Notes that this person placed the order through the portal. */
  placedBy(actor: Actor, order: IonOrder): Promise<void>;
  /** Moves the emulator's clock: orders take the steps that are due. */
  passSeconds(seconds: number): Promise<void>;
  /** Puts an order into a status, as Ion might at any moment. */
  moveTo(orderId: string, status: string, reason?: string): Promise<void>;
  /** The owner of another reseller account, connected to the same Ion. */
  stranger(): Promise<Actor>;
};

let carts = 0;
let otherAccount: Promise<string> | undefined;

/** Starts it. One per test file; stop it in `afterAll`. */
export async function startOrdersPortal(options: { variants?: string[] } = {}): Promise<OrdersPortal> {
  const portal = await startCartsPortal(options);
  const { control } = portal.emulator;
  return {
    ...portal,
    order: async (customerId, { outcome = "complete", ...rest } = {}) => {
      await control("POST", "/next-order", { outcome });
      return portal.ion.orders.create(customerId, microsoftOrder(rest));
    },
    placedBy: async (actor, order) => {
      carts += 1;
      const { customerId, id: orderId } = order;
      await placedIntent(actor, { customerId, cartId: String(900_000 + carts), orderId });
    },
    passSeconds: async (seconds) => void (await control("POST", "/clock", { advanceSeconds: seconds })),
    moveTo: async (orderId, status, reason) =>
      void (await control("POST", `/orders/${orderId}/status`, { status, ...(reason ? { reason } : {}) })),
    stranger: async () => {
      otherAccount ??= makeOtherAccount(portal);
      return makePerson(await otherAccount, "owner");
    },
  };
}

/** The emulator's second reseller account, connected; an Ion account is one row, so it is made once a file. */
async function makeOtherAccount(portal: CartsPortal): Promise<string> {
  const account = await makeAccount("10002");
  await storeRefreshToken(account.id, await portal.emulator.newRefreshToken("10002"));
  return account.id;
}
