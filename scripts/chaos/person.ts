import { httpClient } from "../lib/http-client.mjs";
import { type ActionAnswer, type ActionName, actionRequest, readAction } from "./actions";
import type { Replica, Stack } from "./stack";

/** What the browser of one person does, over the portal's own HTTP surface. */
export type Person = {
  name: string;
  /** Reads a JSON route on a replica that is up; goes to another one when the connection breaks. Null when it is no 200. */
  read: <T>(path: string) => Promise<T | null>;
  /** Opens a page; its status, or 0 when no replica answered. */
  open: (path: string) => Promise<number>;
  /**
   * Calls a server action from `page`, once: what broke off is not sent again, as in a browser. Null when no answer came.
   * @param on number of the replica; without it the person's own, or one that is up
   */
  act: <T>(
    name: ActionName,
    page: string,
    argument: unknown,
    options?: ActOptions,
  ) => Promise<ActionAnswer<T> | null>;
  close: () => void;
};
type ActOptions = { on?: number; signal?: AbortSignal };

export const PASSWORD = "ion-demo";

/** Signs a person in; their session holds on every replica. `own` is the replica they usually reach. */
export async function signIn(
  replicas: readonly Replica[],
  email = "owner@example.com",
  own = 0,
): Promise<Person> {
  const cookies = new Map<string, string>();
  const clients = replicas.map(({ url }) => httpClient(url, { cookies, sockets: 8 }));
  const usable = (): number[] => {
    const up = replicas.flatMap((replica, index) => (replica.isUp() ? [index] : []));
    return up.sort((one, other) => Number(other === own) - Number(one === own));
  };
  await clients[usable()[0] ?? 0]?.signIn(email, PASSWORD);

  const get = async (path: string) => {
    for (const index of usable()) {
      const answer = await clients[index]?.send(path).catch(() => undefined);
      if (answer) return answer;
    }
    return undefined;
  };

  return {
    name: email,
    async read<T>(path: string) {
      const answer = await get(path);
      return answer?.status === 200 ? (JSON.parse(answer.text()) as T) : null;
    },
    open: async (path) => (await get(path))?.status ?? 0,
    async act<T>(name: ActionName, page: string, argument: unknown, { on, signal }: ActOptions = {}) {
      const index = on ?? usable()[0] ?? own;
      const replica = replicas[index];
      const request = actionRequest(name, argument, replica?.url ?? "");
      const answer = await clients[index]?.send(page, { ...request, signal }).catch(() => undefined);
      return answer ? readAction<T>(answer) : null;
    },
    close: () => {
      for (const client of clients) client.close();
    },
  };
}

/** Adds owners to the demo's account who sign in with its password. Answers their addresses. */
export async function addPeople({ db }: Stack, count: number): Promise<string[]> {
  if (!db) throw new Error("the embedded database belongs to the portal");
  const names = Array.from({ length: count }, (_, index) => `buyer${index + 1}@example.com`);
  await db.query(
    `INSERT INTO users (account_id, email, name, role, password_hash)
     SELECT u.account_id, n.email, n.email, 'owner', u.password_hash
     FROM users u, unnest($1::text[]) AS n(email) WHERE u.email = 'owner@example.com'`,
    [names],
  );
  return names;
}
