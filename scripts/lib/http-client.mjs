import { Agent, request } from "node:http";

/**
 * @typedef {object} Answer
 * @property {number} status
 * @property {import("node:http").IncomingHttpHeaders} headers
 * @property {number} ms until the last byte
 * @property {number} firstByteMs
 * @property {number} size in bytes
 * @property {() => string} text
 *
 * @typedef {object} Outgoing
 * @property {string} [method]
 * @property {Record<string, string>} [headers]
 * @property {string} [body]
 * @property {AbortSignal} [signal] cuts the connection
 * @property {boolean} [timeOnly] the body is read and thrown away: collecting it later as garbage takes time of others
 */

/**
 * A client with a session and connections that stay open, so that what is timed is the server.
 * @param {string} base
 * @param {{ sockets?: number, cookies?: Map<string, string> }} [options] clients with the same cookies are one browser
 */
export function httpClient(base, { sockets = 16, cookies = new Map() } = {}) {
  const agent = new Agent({ keepAlive: true, maxSockets: sockets });

  /**
   * One exchange; times in milliseconds since the request began. Rejects when the connection breaks.
   * @param {string} path
   * @param {Outgoing} [outgoing]
   * @returns {Promise<Answer>}
   */
  const send = (path, { method = "GET", headers = {}, body, signal, timeOnly = false } = {}) =>
    new Promise((resolve, reject) => {
      const begin = performance.now();
      const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
      const outgoing = request(
        new URL(path, base),
        { agent, method, signal, headers: { ...(cookie ? { cookie } : {}), ...headers } },
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
            if (!timeOnly) chunks.push(chunk);
          });
          incoming.on("end", () =>
            resolve({
              status: incoming.statusCode ?? 0,
              headers: incoming.headers,
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
        const answer = await send(path, { timeOnly: true });
        if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`);
        if (turn >= 0) found.push(answer.ms);
      }
      return found;
    },
    close: () => agent.destroy(),
  };
}
