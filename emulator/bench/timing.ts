import { createServer } from "node:http";

export function percentile(values: number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? 0;
}

/** p95 in milliseconds of `n` calls, one after the other, after ten for warming up; and the last answer. */
export async function time(n: number, call: () => Promise<Response>): Promise<{ p95: number; text: string }> {
  const durations: number[] = [];
  let bytes = new ArrayBuffer(0);
  for (let round = -10; round < n; round += 1) {
    const start = performance.now();
    bytes = await (await call()).arrayBuffer();
    if (round >= 0) durations.push(performance.now() - start);
  }
  return { p95: percentile(durations, 0.95), text: Buffer.from(bytes).toString() };
}

/** p95 of a server that does nothing but send this text. */
export async function floorOf(text: string, n: number): Promise<number> {
  const server = createServer((_, response) =>
    response.setHeader("content-type", "application/json").end(text),
  );
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  const { p95 } = await time(n, () => fetch(`http://127.0.0.1:${port}/`));
  server.closeAllConnections();
  server.close();
  return p95;
}
