import { type Context, Hono } from "hono";
import { z } from "zod";
import { findAccount } from "../accounts";
import type { Emulator } from "../emulator";
import type { Env } from "../http/pipeline";
import { advance, moveOrder } from "../orders/advance";
import { OUTCOMES } from "../orders/next-orders";
import { resetEmulator } from "../reset";
import { findOrder, ORDER_STATUSES } from "../state/orders";
import { issueRefreshToken, revokeTokens } from "../state/tokens";
import { VARIANTS } from "../variant-table";
import { FAULT_KINDS, toPattern } from "./fault-list";
import { listSecrets } from "./list-secrets";
import { readState, STATE_KINDS } from "./read-state";

const faultRequest = z.object({
  method: z.string().optional(),
  path: z.string().min(1).default("*"),
  kind: z.enum(FAULT_KINDS),
  status: z.number().int().min(200).max(599).optional(),
  message: z.string().optional(),
  latencyMs: z.number().int().min(0).max(600_000).optional(),
  retryAfter: z.number().min(0).optional(),
  share: z.number().min(0).max(1).optional(),
  fields: z.record(z.string(), z.unknown()).optional(),
  after: z.boolean().optional(),
  rate: z.number().min(0).max(1).optional(),
  count: z.number().int().min(1).optional(),
});

const clockRequest = z.object({
  advanceSeconds: z.number().optional(),
  set: z.iso.datetime().optional(),
  frozen: z.boolean().optional(),
});

const orderStatusRequest = z.object({ status: z.enum(ORDER_STATUSES), reason: z.string().optional() });
const revokeRequest = z.object({
  accountId: z.coerce.string().default("10001"),
  kind: z.enum(["refresh", "access", "both"]).default("refresh"),
});
const nextOrderRequest = z.object({
  outcome: z.enum(OUTCOMES),
  count: z.number().int().min(1).max(1000).default(1),
});
const settingsRequest = z.object({
  latencyMs: z.number().min(0).max(60_000).optional(),
  orderSeconds: z.number().min(0).optional(),
  orderTrouble: z.number().min(0).max(1).optional(),
  rateLimit: z.number().int().min(0).optional(),
});

/** What a control call refuses, in a sentence. */
class ControlError extends Error {
  constructor(
    readonly status: 400 | 404,
    message: string,
  ) {
    super(message);
  }
}

async function read<T>(context: Context<Env>, schema: z.ZodType<T>): Promise<T> {
  const text = await context.req.text();
  let body: unknown;
  try {
    body = text === "" ? {} : JSON.parse(text);
  } catch {
    throw new ControlError(400, "The body is not JSON.");
  }
  const result = schema.safeParse(body);
  if (!result.success) throw new ControlError(400, z.prettifyError(result.error));
  return result.data;
}

/**
 * The control surface under `/_emulator`: for tests and demos, answering on the loopback address only. Nothing of it
 * exists in Ion.
 */
export function controlRoutes(emulator: Emulator): Hono<Env> {
  const app = new Hono<Env>();
  app.use("*", async (context, next) => {
    const from = context.env?.incoming?.socket.remoteAddress ?? "127.0.0.1";
    if (!/^(::1|(::ffff:)?127\.)/.test(from)) return context.json({ error: "loopback only" }, 403);
    await next();
  });
  app.onError((error, context) => {
    if (error instanceof ControlError) return context.json({ error: error.message }, error.status);
    console.error(error);
    return context.json({ error: "the emulator failed; see its output" }, 500);
  });
  addState(app, emulator);
  addTime(app, emulator);
  addFaults(app, emulator);
  addOrders(app, emulator);
  addVariants(app, emulator);
  return app;
}

function addState(app: Hono<Env>, emulator: Emulator): void {
  app.get("/", (context) =>
    context.json({
      settings: emulator.settings,
      clock: emulator.clock.iso(),
      variants: emulator.variants.changed(),
      faults: emulator.faults.list().length,
      nextOrders: emulator.nextOrders.pending(),
    }),
  );
  app.post("/tokens", async (context) => {
    const { accountId } = await read(context, z.object({ accountId: z.coerce.string().default("10001") }));
    if (!findAccount(accountId)) throw new ControlError(404, `There is no account ${accountId}.`);
    return context.json({
      accountId,
      refreshToken: issueRefreshToken(emulator.db, accountId, emulator.clock.now()),
    });
  });
  app.post("/tokens/revoke", async (context) => {
    const { accountId, kind } = await read(context, revokeRequest);
    if (!findAccount(accountId)) throw new ControlError(404, `There is no account ${accountId}.`);
    const kinds = kind === "both" ? (["access", "refresh"] as const) : [kind];
    return context.json({ revoked: revokeTokens(emulator.db, accountId, kinds, emulator.clock.now()) });
  });
  app.post("/reset", (context) => {
    resetEmulator(emulator);
    return context.json({ scale: emulator.settings.scale, seed: emulator.settings.seed });
  });
  app.get("/requests", (context) => {
    const { path, method, limit, after, secrets } = context.req.query();
    return context.json({
      requests: emulator.journal.list({
        path: path ? toPattern(path) : undefined,
        method,
        limit: limit ? Number(limit) : undefined,
        after: after ? Number(after) : undefined,
        secrets: secrets === "1" || secrets === "true",
      }),
    });
  });
  app.delete("/requests", (context) => {
    emulator.journal.clear();
    return context.json({});
  });
  app.get("/state/secrets", (context) => context.json({ secrets: listSecrets(emulator.db) }));
  app.get("/state/:kind", (context) => {
    const kind = STATE_KINDS.find((one) => one === context.req.param("kind"));
    if (!kind) throw new ControlError(404, `State is one of ${STATE_KINDS.join(", ")}.`);
    advance(emulator);
    const { limit, customerId } = context.req.query();
    return context.json(readState(emulator.db, kind, { limit: Number(limit) || 1000, customerId }));
  });
}

function addTime(app: Hono<Env>, emulator: Emulator): void {
  const clock = () => ({ now: emulator.clock.iso(), ...emulator.clock.state() });
  app.get("/clock", (context) => context.json(clock()));
  app.post("/clock", async (context) => {
    const request = await read(context, clockRequest);
    if (request.set !== undefined) emulator.clock.set(Date.parse(request.set));
    if (request.frozen !== undefined) emulator.clock.freeze(request.frozen);
    if (request.advanceSeconds !== undefined) emulator.clock.advance(request.advanceSeconds);
    advance(emulator);
    return context.json(clock());
  });
  app.post("/latency", async (context) => {
    const { ms } = await read(context, z.object({ ms: z.number().min(0).max(60_000) }));
    emulator.settings.latencyMs = ms;
    return context.json({ latencyMs: ms });
  });
  app.post("/settings", async (context) => {
    Object.assign(emulator.settings, await read(context, settingsRequest));
    return context.json(emulator.settings);
  });
}

function addFaults(app: Hono<Env>, emulator: Emulator): void {
  app.get("/faults", (context) => context.json({ faults: emulator.faults.list() }));
  app.post("/faults", async (context) => {
    const request = await read(context, faultRequest);
    try {
      return context.json(emulator.faults.add(request));
    } catch {
      throw new ControlError(400, `"${request.path}" is not a valid pattern.`);
    }
  });
  app.delete("/faults", (context) => context.json({ cleared: emulator.faults.clear() }));
  app.delete("/faults/:id", (context) => {
    if (!emulator.faults.clear(Number(context.req.param("id"))))
      throw new ControlError(404, "There is no such fault.");
    return context.json({});
  });
}

function addOrders(app: Hono<Env>, emulator: Emulator): void {
  app.post("/next-order", async (context) => {
    const { outcome, count } = await read(context, nextOrderRequest);
    emulator.nextOrders.push(outcome, count);
    return context.json({ nextOrders: emulator.nextOrders.pending() });
  });
  app.post("/orders/:orderId/status", async (context) => {
    const { status, reason } = await read(context, orderStatusRequest);
    const stored = findOrder(emulator.db, context.req.param("orderId"));
    if (!stored) throw new ControlError(404, "There is no such order.");
    if (stored.order.status === "COMPLETED")
      throw new ControlError(400, "The order is COMPLETED and stays so.");
    stored.script = [];
    const detail = reason ?? "Set to ERROR through the control surface.";
    const errors =
      status === "ERROR"
        ? [{ code: "PROV-9000", detail, sourceName: "emulator", instancePath: "/orderItems/0" }]
        : undefined;
    if (status === "ON_HOLD" && reason) {
      stored.order.provisioningInfo.details = reason;
      for (const item of stored.order.orderItems) item.additionalInformation = reason;
    }
    emulator.db.transaction(() => moveOrder(emulator, stored, status, emulator.clock.now(), errors));
    return context.json(stored.order);
  });
}

function addVariants(app: Hono<Env>, emulator: Emulator): void {
  const variants = () => ({ changed: emulator.variants.changed(), known: VARIANTS });
  app.get("/variants", (context) => context.json(variants()));
  app.post("/variants", async (context) => {
    const wanted = await read(context, z.record(z.string(), z.coerce.string()));
    for (const [name, value] of Object.entries(wanted)) {
      try {
        emulator.variants.set(name, value);
      } catch (error) {
        throw new ControlError(400, error instanceof Error ? error.message : "unknown variant");
      }
    }
    return context.json(variants());
  });
  app.delete("/variants", (context) => {
    emulator.variants.reset();
    return context.json(variants());
  });
}
