import path from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { pg_trgm } from "@electric-sql/pglite/contrib/pg_trgm";
import { type Drill, type Outcome, type Setting, sleep } from "../drill";
import { type Person, signIn } from "../person";
import { activeCustomers } from "../shop";
import { startStack, waitForMirror } from "../stack";

/** What the portal said it has kept. */
type Kept = { views: string[]; drafts: { cartId: string; cartItemId: string; n: string }[]; carts: string[] };

/** Views a person may have are limited; this many writes of each round are views. */
const VIEWS_A_ROUND = 2;

/** SIGKILL of the portal on its embedded database under write load, again and again. */
export const embeddedDatabase: Drill = {
  name: "embedded-database",
  what: "SIGKILL on the embedded database under write load: it starts again, no row that was acknowledged is gone",
  run,
};

async function run({ seed, quick, random, note }: Setting): Promise<Outcome> {
  const rounds = quick ? 3 : 20;
  const stack = await startStack({ seed, replicas: 1, database: "embedded" });
  const [replica] = stack.replicas;
  if (!replica) throw new Error("no portal");
  const kept: Kept = { views: [], drafts: [], carts: [] };
  const wrong: string[] = [];
  let writes = 0;
  let slowestStart = 0;
  const people = await Promise.all(
    ["owner@example.com", "admin@example.com", "sales@example.com"].map((email) =>
      signIn(stack.replicas, email),
    ),
  );
  try {
    await waitForMirror(async (address) => (await people[0]?.read(address)) ?? { resources: [{}] });
    const customers = await activeCustomers(people[2] as Person);
    for (let round = 1; round <= rounds; round += 1) {
      let killed = false;
      const writers = people.map(async (person, index) => {
        let views = 0;
        const customerId = customers[index] ?? "";
        const cart = await person.act<{ cartId: string }>("createCartAction", "/carts", { customerId });
        writes += 1;
        if (!cart?.ok) return;
        const { cartId } = cart.data;
        kept.carts.push(cartId);
        for (let n = 1; !killed; n += 1) {
          writes += 1;
          if (views < VIEWS_A_ROUND && n % 5 === 0) {
            views += 1;
            const name = `round ${round}, write ${n}`;
            const view = { list: "customers", name, search: { q: String(n) } };
            const saved = await person.act("saveViewAction", "/customers", view);
            if (saved?.ok) kept.views.push(`${person.name}: ${name}`);
            continue;
          }
          const draft = { customerId, cartId, cartItemId: String(n) };
          const page = `/customers/${customerId}/carts/${cartId}`;
          const saved = await person.act("saveDraftAction", page, { ...draft, values: { n: String(n) } });
          if (saved?.ok) kept.drafts.push({ ...draft, n: String(n) });
          else if (saved) wrong.push(`round ${round}: a draft was refused with ${saved.error.code}`);
        }
      });
      await sleep(random.int(400, 2000));
      await replica.kill();
      killed = true;
      await Promise.all(writers);
      const begin = Date.now();
      await replica.start();
      slowestStart = Math.max(slowestStart, Date.now() - begin);
      const pages = await Promise.all(
        ["/customers", "/orders", "/subscriptions", "/"].map((page) => people[0]?.open(page)),
      );
      if (pages.some((status) => status !== 200))
        wrong.push(`round ${round}: after the restart pages answered ${pages.join(", ")}`);
      note(`${round} of ${rounds} kills, ${kept.drafts.length} drafts acknowledged`);
    }
    await replica.stop();
    const gone = await missing(path.resolve(stack.env.PORTAL_DATA_DIR ?? ""), kept);
    return {
      attempts: writes,
      faults: 0,
      kills: rounds,
      duplicates: 0,
      lost: gone.length,
      unknown: 0,
      wrong: [...wrong, ...gone],
      figures: {
        acknowledged: kept.views.length + kept.drafts.length + kept.carts.length,
        slowestStartSeconds: Math.round(slowestStart / 100) / 10,
      },
    };
  } finally {
    for (const person of people) person.close();
    await stack.stop();
  }
}

/** What was acknowledged and is not in the database's folder. The portal must be stopped. */
async function missing(folder: string, kept: Kept): Promise<string[]> {
  const database = await PGlite.create(folder, { extensions: { pg_trgm } });
  try {
    const rows = async <T>(sql: string) => (await database.query<T>(sql)).rows;
    const views = new Set(
      (
        await rows<{ email: string; name: string }>(
          "SELECT u.email, v.name FROM saved_views v JOIN users u ON u.id = v.user_id",
        )
      ).map(({ email, name }) => `${email}: ${name}`),
    );
    const drafts = new Set(
      (
        await rows<{ key: string }>(
          "SELECT cart_id || '/' || cart_item_id || '/' || (values->>'n') AS key FROM provisioning_drafts",
        )
      ).map(({ key }) => key),
    );
    const carts = new Set(
      (await rows<{ id: string }>("SELECT cart_id AS id FROM known_carts")).map(({ id }) => id),
    );
    return [
      ...kept.views.filter((view) => !views.has(view)).map((view) => `the view "${view}" is gone`),
      ...kept.drafts
        .filter(({ cartId, cartItemId, n }) => !drafts.has(`${cartId}/${cartItemId}/${n}`))
        .map(({ cartId, n }) => `draft ${n} of cart ${cartId} is gone`),
      ...kept.carts.filter((cart) => !carts.has(cart)).map((cart) => `cart ${cart} is gone`),
    ];
  } finally {
    await database.close();
  }
}
