import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** An `/oauth/token` of its own whose refresh tokens work once; it tells who spent what, and holds answers back on demand. */
export async function startTokenServer(first: string) {
  let living = first;
  let count = 0;
  let open = 0;
  const seen = { mostAtOnce: 0, spent: [] as string[], refused: [] as string[], arrivedAt: [] as number[] };
  const behaviour = { delayMs: 0 };
  const arrivals = new Set<() => void>();

  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const token = new URLSearchParams(Buffer.concat(chunks).toString()).get("refresh_token") ?? "";
    open += 1;
    seen.mostAtOnce = Math.max(seen.mostAtOnce, open);
    seen.arrivedAt.push(Date.now());
    let gone = false;
    response.once("close", () => {
      if (!response.writableFinished) gone = true;
    });
    for (const tell of arrivals) tell();
    arrivals.clear();
    const until = Date.now() + behaviour.delayMs;
    while (Date.now() < until && !gone) await new Promise((resolve) => setTimeout(resolve, 20));
    open -= 1;
    // Whoever was killed while waiting had not been served yet: the token lives.
    if (gone) return;
    const fits = token === living;
    (fits ? seen.spent : seen.refused).push(token);
    if (fits) {
      count += 1;
      living = `refresh-${count}`;
    }
    response.writeHead(fits ? 200 : 400, { "content-type": "application/json" });
    response.end(
      JSON.stringify(
        fits
          ? { access_token: `access-${count}`, refresh_token: living, expires_in: 7200, token_type: "Bearer" }
          : { error: "cannot validate token" },
      ),
    );
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    seen,
    /** How long an answer takes. */
    behaviour,
    /** Resolves when the next request is there. */
    arrival: () => new Promise<void>((resolve) => arrivals.add(resolve)),
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}
