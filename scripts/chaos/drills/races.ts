import { lookAtOrder, pressOrder, recall, reviewCart } from "../buyer";
import { type Drill, type Outcome, type Setting, sleep } from "../drill";
import { followUp, judge, type Purchase } from "../settle";
import { type Cart, fillCart, type Shop } from "../shop";

/** Ion takes its time, so that the second click meets the first one under way. */
const ION_TAKES_MS = 80;
const HELD_SECONDS = 1;

/** Two things at the same moment that must end as one. Answers with what each of the two was told last. */
type Race = (shop: Shop, cart: Cart, lead: number) => Promise<Purchase[]>;

/** Both clicks of a double click reach the server, on the same portal. */
const doubleClick: Race = (shop, cart) => bothPress(shop, cart, [0, 0]);

/** Two tabs of one browser, each on another portal. */
const twoTabs: Race = (shop, cart) => bothPress(shop, cart, [0, 1]);

/** The page is reloaded while the order is on its way, on whichever portal, and the button pressed again if it is there. */
const reload: Race = async (shop, cart, lead) => {
  const [first, second] = tabsOf(shop, cart);
  const seen = await reviewCart(first.buyer, cart);
  if (!seen) return [first];
  const gone = new AbortController();
  const pressing = pressOrder(first.buyer, cart, seen, { on: 0, signal: gone.signal });
  await sleep(300 * lead);
  gone.abort();
  await pressing;
  await second.buyer.open(`/customers/${cart.customerId}/carts/${cart.cartId}/review`);
  const look = await lookAtOrder(second.buyer, cart);
  second.ordered.told = look?.told ?? { as: "nothing" };
  if (look?.told.as === "refused")
    second.ordered.told = await pressOrder(second.buyer, cart, seen, { on: 1 });
  return [second];
};

/** Taking an order back at the very moment at which it is due to be sent. */
const recallAgainstSend: Race = async (shop, cart, lead) => {
  const [first, second] = tabsOf(shop, cart);
  const seen = await reviewCart(first.buyer, cart);
  if (!seen) return [first];
  first.ordered.told = await pressOrder(first.buyer, cart, seen, { on: 0 });
  await sleep(HELD_SECONDS * 1000 - 200 + 400 * lead);
  const recalled = await recall(second.buyer, cart, { on: 1 });
  if (recalled) second.ordered.told = { as: "recalled" };
  return recalled ? [second] : [first];
};

const RACES: [name: string, race: Race, heldSeconds: number][] = [
  ["doubleClick", doubleClick, 0],
  ["twoTabs", twoTabs, 0],
  ["heldTwoTabs", twoTabs, HELD_SECONDS],
  ["reload", reload, 0],
  ["recallAgainstSend", recallAgainstSend, HELD_SECONDS],
];

/** Everything a person in a hurry does to one cart at the same time. */
export const races: Drill = {
  name: "races",
  what: "double clicks, two tabs, reloads and recalls against sending: one order each, never an order and a recall",
  run,
};

async function run(setting: Setting): Promise<Outcome> {
  const { quick, random, note } = setting;
  const times = quick ? 5 : 40;
  const shop = await setting.openShop();
  try {
    await shop.stack.ion.control.latency(ION_TAKES_MS);
    const purchases: Purchase[] = [];
    const outcomes: Record<string, number> = {};
    const wrong: string[] = [];
    for (const [name, race, heldSeconds] of RACES) {
      await shop.hold(heldSeconds);
      const rounds = Array.from({ length: times }, () => random.next());
      await Promise.all(
        shop.people.slice(0, 2).map(async (person) => {
          for (let lead = rounds.pop(); lead !== undefined; lead = rounds.pop()) {
            const cart = await fillCart(person, random.pick(shop.customers), random.int(1, 5));
            purchases.push(...(await race(shop, cart, lead)));
          }
        }),
      );
      note(`${name} ${times} times`);
    }
    await shop.stack.ion.control.latency(0);
    await followUp(shop, purchases, { seconds: 60, hurry: false });
    const { told, ...found } = await judge(shop, purchases);
    for (const { ordered } of purchases) outcomes[ordered.told.as] = (outcomes[ordered.told.as] ?? 0) + 1;
    wrong.push(...found.wrong);
    // A race that is always won by the same side has tried nothing.
    if (!told.recalled || told.recalled === times)
      wrong.push(`${told.recalled ?? 0} of ${times} recalls came in time: that was no race`);
    const refused = purchases.filter(({ ordered }) => ordered.told.as === "refused");
    wrong.push(...refused.map(({ cart }) => `cart ${cart.cartId} was refused in a race`));
    return {
      attempts: RACES.length * times,
      faults: 0,
      kills: 0,
      ...found,
      wrong,
      figures: { toldPlaced: told.placed ?? 0, toldRecalled: told.recalled ?? 0 },
    };
  } finally {
    await shop.close();
  }
}

/** The same person twice: sessions of one account, so that nothing but the portal keeps the two apart. */
function tabsOf({ people }: Shop, cart: Cart): [Purchase, Purchase] {
  const [one, other] = people;
  if (!one || !other) throw new Error("nobody signed in");
  const tab = (buyer: typeof one, number: number): Purchase => ({
    buyer,
    cart,
    ordered: { person: `${buyer.name}, tab ${number}`, ...cart, told: { as: "nothing" } },
    presses: 1,
  });
  return [tab(one, 1), tab(other, 2)];
}

async function bothPress(shop: Shop, cart: Cart, on: [number, number]): Promise<Purchase[]> {
  const tabs = tabsOf(shop, cart);
  const seen = await reviewCart(tabs[0].buyer, cart);
  if (!seen) return tabs;
  await Promise.all(
    tabs.map(async (tab, index) => {
      tab.ordered.told = await pressOrder(tab.buyer, cart, seen, { on: on[index] ?? 0 });
    }),
  );
  return tabs;
}
