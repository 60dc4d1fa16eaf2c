import { Agent, request } from "node:http";

/**
 * A client with a session and connections that stay open, so that what is timed is the server.
 * @param {string} base
 */
export function httpClient(base, { sockets = 16 } = {}) {
  const agent = new Agent({ keepAlive: true, maxSockets: sockets });
  const cookies = new Map();

  /** One exchange; times in milliseconds since the request began. */
  const send = (path, { method = "GET", headers = {}, body } = {}) =>
    new Promise((resolve, reject) => {
      const begin = performance.now();
      const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
      const outgoing = request(
        new URL(path, base),
        { agent, method, headers: { ...(cookie ? { cookie } : {}), ...headers } },
        (incoming) => {
          const firstByte = { ms: 0 };
          let size = 0;
          const chunks = [];
          for (const line of incoming.headers["set-cookie"] ?? []) {
            const [pair = ""] = line.split(";");
            const at = pair.indexOf("=");
            cookies.set(pair.slice(0, at), pair.slice(at + 1));
          }
          incoming.on("data", (chunk) => {
            if (size === 0) firstByte.ms = performance.now() - begin;
            size += chunk.length;
            chunks.push(chunk);
          });
          incoming.on("end", () =>
            resolve({
              status: incoming.statusCode ?? 0,
              ms: performance.now() - begin,
              firstByteMs: firstByte.ms,
              size,
              text: () => Buffer.concat(chunks).toString("utf8"),
            }),
          );
          incoming.on("error", reject);
        },
      );
      outgoing.on("error", reject);
      outgoing.end(body);
    });

  return {
    send,
    cookies,
    async json(path) {
      const answer = await send(path);
      if (answer.status !== 200)
        throw new Error(`${path} answered ${answer.status}: ${answer.text().slice(0, 300)}`);
      return JSON.parse(answer.text());
    },
    /** Signs in with a demo account. */
    async signIn(email = "owner@example.com", password = "ion-demo") {
      const { csrfToken } = JSON.parse((await send("/api/auth/csrf")).text());
      const body = new URLSearchParams({ csrfToken, email, password, json: "true" }).toString();
      await send("/api/auth/callback/credentials", {
        method: "POST",
        headers: { "content-type": "application/x-www-form-urlencoded" },
        body,
      });
      if (![...cookies.keys()].some((name) => name.includes("session-token")))
        throw new Error("nobody signed in");
    },
    /** Times of `n` requests one after the other, over the paths in turn, after a few that do not count. */
    async times(paths, n, { warm = 5 } = {}) {
      const found = [];
      for (let turn = -warm; turn < n; turn += 1) {
        const path = paths[(turn + warm) % paths.length];
        const answer = await send(path);
        if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`);
        if (turn >= 0) found.push(answer.ms);
      }
      return found;
    },
    close: () => agent.destroy(),
  };
}

/** Requests a second with `users` at once for `seconds`, spread over the clients. */
export async function throughput(clients, path, { users, seconds }) {
  const until = performance.now() + seconds * 1000;
  const times = [];
  await Promise.all(
    Array.from({ length: users }, async (_, user) => {
      const client = clients[user % clients.length];
      while (performance.now() < until) {
        const { ms, status } = await client.send(path);
        if (status !== 200) throw new Error(`${path} answered ${status}`);
        times.push(ms);
      }
    }),
  );
  return { perSecond: times.length / seconds, times };
}
