import { parseArgs } from "node:util";
import { z } from "zod";
import { SCALES, type Settings } from "./settings";

export const USAGE = `Usage: tsx emulator/main.ts [options]

  --port 4010            port on 127.0.0.1; 0 takes a free one
  --scale demo           demo, medium or large
  --seed 1               another number gives other data of the same size
  --data .data/emulator  folder for the state; "memory" keeps nothing
  --fresh                throw the stored state away and seed again
  --latency-ms 0         added to every Ion call
  --order-seconds 6      emulator seconds from order to COMPLETED
  --order-trouble 0.1    share of new orders that stay ON_HOLD or end in ERROR
  --rate-limit 0         calls per second and account before 429; 0 is no limit
  --cart-days 30         emulator days until an open cart is gone
  --epoch ISO            where the emulator's clock starts
  --variant name=value   another spelling or behaviour, may be repeated
  --help`;

const number = z.coerce.number({ error: "must be a number" });

const flags = z.object({
  port: number.int().min(0).max(65_535).default(4010),
  scale: z.enum(SCALES, { error: "is one of demo, medium, large" }).default("demo"),
  seed: number.int().default(1),
  data: z.string().default(".data/emulator"),
  fresh: z.boolean().default(false),
  "latency-ms": number.min(0).default(0),
  "order-seconds": number.min(0).default(6),
  "order-trouble": number.min(0).max(1).default(0.1),
  "rate-limit": number.int().min(0).default(0),
  "cart-days": number.min(0).default(30),
  epoch: z.iso.datetime({ error: "must be an ISO 8601 time such as 2026-01-31T09:00:00Z" }).optional(),
  variant: z.array(z.string()).default([]),
});

/**
 * Command-line arguments as settings; undefined when help is asked for.
 * @throws Error with a sentence that names the wrong argument.
 */
export function parseCommandLine(args: string[]): Settings | undefined {
  const text = { type: "string" } as const;
  const { values } = parseArgs({
    args,
    options: {
      port: text,
      scale: text,
      seed: text,
      data: text,
      fresh: { type: "boolean" },
      "latency-ms": text,
      "order-seconds": text,
      "order-trouble": text,
      "rate-limit": text,
      "cart-days": text,
      epoch: text,
      variant: { type: "string", multiple: true },
      help: { type: "boolean" },
    },
  });
  if (values.help) return undefined;
  const result = flags.safeParse(values);
  if (!result.success) {
    const issue = result.error.issues[0];
    throw new Error(`--${issue?.path.join(".")} ${issue?.message}.`);
  }
  const flag = result.data;
  return {
    port: flag.port,
    scale: flag.scale,
    seed: flag.seed,
    dataDir: flag.data === "memory" ? undefined : flag.data,
    fresh: flag.fresh,
    latencyMs: flag["latency-ms"],
    orderSeconds: flag["order-seconds"],
    orderTrouble: flag["order-trouble"],
    rateLimit: flag["rate-limit"],
    cartDays: flag["cart-days"],
    epoch: flag.epoch,
    variants: flag.variant,
  };
}
