import { keepCalls } from "./control";
import { addPeople, type Person, signIn } from "./person";
import { type Stack, startStack, waitForMirror } from "./stack";

/** A plan that no vendor asks anything about. */
export const PLAN = { productId: "DropboxBusiness-smp", skuId: "DBX-Standard", planId: "Monthly-n1" };
const CHECKOUTS = { method: "POST", path: "*checkout" };

/** Two portals on one database, people who order, and customers to order for. */
export type Shop = {
  stack: Stack;
  people: Person[];
  customers: string[];
  /** Requests to order that reached Ion, as they come. */
  sent: ReturnType<typeof keepCalls>;
  /** Orders that Ion had before. */
  before: ReadonlySet<string>;
  /** For how many seconds a confirmed order is held from now on. */
  hold: (seconds: number) => Promise<void>;
  close: () => Promise<void>;
};

const PEOPLE = 10;

/** Opens the shop: everything runs, everybody is signed in, half of them on each portal. */
export async function openShop(seed: number): Promise<Shop> {
  const stack = await startStack({ seed, replicas: 2, database: "postgres" });
  try {
    const names = await addPeople(stack, PEOPLE);
    const people = await Promise.all(names.map((email, index) => signIn(stack.replicas, email, index % 2)));
    const [first] = people;
    if (!first) throw new Error("nobody signed in");
    await waitForMirror(async (address) => (await first.read(address)) ?? { resources: [{}] });
    const before = new Set((await stack.ion.control.orders()).map(({ orderId }) => orderId));
    const sent = keepCalls(stack.ion.control, CHECKOUTS);
    return {
      stack,
      people,
      customers: await activeCustomers(first),
      sent,
      before,
      async hold(seconds) {
        await stack.db?.query("UPDATE accounts SET hold_seconds = $1", [seconds]);
      },
      async close() {
        await sent.stop().catch(() => undefined);
        for (const person of people) person.close();
        await stack.stop();
      },
    };
  } catch (error) {
    await stack.stop();
    throw error;
  }
}

/** Active customers this person may work for. */
export async function activeCustomers(person: Person): Promise<string[]> {
  const page = await person.read<{ rows: { id: string }[] }>("/api/customers?status=active");
  const ids = page?.rows.map(({ id }) => id) ?? [];
  if (ids.length === 0) throw new Error(`no customers for ${person.name}`);
  return ids;
}

export type Cart = { customerId: string; cartId: string };

/** Makes a cart with some seats in it, as the pages do. Throws when the portal does not let one. */
export async function fillCart(person: Person, customerId: string, quantity: number): Promise<Cart> {
  for (let tries = 0; tries < 5; tries += 1) {
    const made = await person.act<{ cartId: string }>("createCartAction", `/customers/${customerId}/carts`, {
      customerId,
    });
    if (!made?.ok) continue;
    const { cartId } = made.data;
    const line = { customerId, cartId, ...PLAN, quantity };
    const added = await person.act("addToCartAction", `/catalog/${PLAN.productId}`, line);
    if (added?.ok) return { customerId, cartId };
  }
  throw new Error(`${person.name} could not fill a cart for customer ${customerId}`);
}
