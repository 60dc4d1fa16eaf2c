import "server-only";
import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import { log } from "@/lib/log";
import { secureAnswer } from "@/lib/security-headers";
import { isStopping } from "@/lib/stop/stopping";
import { metrics } from "./metrics";
import { type RouteNames, readRouteNames } from "./route-names";
import { enterWork, requestIdFrom } from "./work";

/** What Node tells when it has read the head of a request, before anything of the portal or of Next runs. */
type RequestStart = { request: IncomingMessage; response: ServerResponse; server: Server };

type Watch = { names: RouteNames; servers: Set<Server>; running: Set<ServerResponse> };

const held = globalThis as typeof globalThis & { portalHttp?: Watch };

/**
 * From now on every request to this process has an id (the caller's `x-request-id`, or a new one), which it answers with,
 * its security headers, a line in the log when it is over, and a place in the metrics. Next has no hook that sees all of them; Node's own
 * channel does, pages, actions, route handlers and files alike.
 */
export function watchHttp(): void {
  if (held.portalHttp) return;
  const watch: Watch = { names: readRouteNames(), servers: new Set(), running: new Set() };
  held.portalHttp = watch;
  subscribe("http.server.request.start", (message) => begin(watch, message as RequestStart));
}

/** The servers that have answered something, and the answers that are not over. */
export function runningHttp(): { servers: readonly Server[]; running: number } {
  const { servers, running } = held.portalHttp ?? { servers: [], running: { size: 0 } };
  return { servers: [...servers], running: running.size };
}

function begin(watch: Watch, { request, response, server }: RequestStart): void {
  const id = requestIdFrom(request.headers["x-request-id"]);
  // What runs later reads it from here, and so does the person's browser.
  request.headers["x-request-id"] = id;
  response.setHeader("x-request-id", id);
  secureAnswer(request, response);
  if (isStopping()) response.setHeader("connection", "close");
  enterWork({ id, kind: "request" });
  watch.servers.add(server);
  watch.running.add(response);
  const startedAt = performance.now();
  response.once("close", () => {
    watch.running.delete(response);
    end(watch.names, id, request, response, performance.now() - startedAt);
  });
}

function end(
  names: RouteNames,
  requestId: string,
  request: IncomingMessage,
  response: ServerResponse,
  durationMs: number,
): void {
  // Never the query: people's words and names stand in it.
  const path = (request.url ?? "").split("?", 1)[0] ?? "";
  const route = names.ofPath(path);
  const action = request.headers["next-action"];
  const kind = kindOf(path, request);
  const name = typeof action === "string" ? names.ofAction(action) : route;
  const status = response.writableEnded ? response.statusCode : "cut";
  const isStream = String(response.getHeader("content-type") ?? "").startsWith("text/event-stream");
  // A stream's time says how long somebody looked at a page.
  if (!isStream && kind !== "file") {
    metrics()?.httpSeconds.observe({ route: name, kind, status: statusClass(status) }, durationMs / 1_000);
  }
  const line = {
    event: "request",
    requestId,
    method: request.method,
    path,
    route,
    ...(typeof action === "string" ? { action: name } : {}),
    kind,
    status,
    durationMs: Math.round(durationMs),
  };
  if (kind === "file" || kind === "probe") log.debug(line, "request");
  else log.info(line, "request");
}

type Kind = "action" | "api" | "page" | "navigation" | "prefetch" | "file" | "probe";

function kindOf(path: string, { headers }: IncomingMessage): Kind {
  if (headers["next-action"]) return "action";
  if (path.startsWith("/_next/") || /\.\w{2,5}$/.test(path)) return "file";
  if (path.startsWith("/api/health/") || path === "/api/metrics") return "probe";
  if (path.startsWith("/api/")) return "api";
  if (headers["next-router-prefetch"] || headers["next-router-segment-prefetch"]) return "prefetch";
  return headers.rsc ? "navigation" : "page";
}

function statusClass(status: number | "cut"): string {
  return typeof status === "number" ? `${Math.floor(status / 100)}xx` : status;
}
