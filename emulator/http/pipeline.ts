import type { HttpBindings } from "@hono/node-server";
import type { Context } from "hono";
import { distortList } from "../control/distort-list";
import type { Fault } from "../control/fault-list";
import type { Emulator } from "../emulator";
import { errorForStatus, IonError, internalError } from "../errors";
import { newRequestId } from "../ids";
import type { Answer } from "./route";
import { refuseSecrets } from "./secrets-in-query";

export type Env = { Bindings: HttpBindings };
export type Incoming = { context: Context<Env>; url: URL; bodyText: string };

/** What a call did, for the journal: `work` sets it once the token is known. */
export type Work = (incoming: Incoming, caller: { accountId: string | null }) => Answer | Promise<Answer>;

const HTML = "<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>";
const GARBAGE = '{"orders":[{"name":"accounts/1\u0000';

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * Runs one Ion call through everything that is the same for all: latency, injected faults, errors as Ion's bodies,
 * the journal. `work` does what the call is for.
 */
export function createPipeline(emulator: Emulator): (context: Context<Env>, work: Work) => Promise<Response> {
  return async (context, work) => {
    const startedAt = performance.now();
    const url = new URL(context.req.url);
    const bodyText = context.req.method === "GET" ? "" : await context.req.text();
    const requestId = newRequestId();
    const caller: { accountId: string | null } = { accountId: null };
    const faults = emulator.faults.take(context.req.method, url.pathname.replace(/%3a/gi, ":"));
    const delay = faults.reduce((sum, fault) => sum + (fault.latencyMs ?? 0), emulator.settings.latencyMs);
    if (delay > 0) await wait(delay);
    const fault = faults.find((one) => one.kind !== "latency");
    const afterWork = fault === undefined || WORKS_FIRST.has(fault.kind) || fault.after === true;
    let answer: Answer = { status: 0 };
    if (afterWork) {
      answer = await run(() => {
        refuseSecrets(url.searchParams);
        return work({ context, url, bodyText }, caller);
      }, requestId);
    }
    if (fault) answer = faultAnswer(fault, requestId, answer);
    emulator.journal.add({
      at: emulator.clock.iso(),
      startedAtMs: Math.round(performance.timeOrigin + startedAt),
      method: context.req.method,
      path: url.pathname,
      query: url.search,
      accountId: caller.accountId,
      requestBody: bodyText,
      status: answer.status,
      responseBody: answer.text ?? "",
      responseBytes: answer.text?.length ?? 0,
      durationMs: Math.round((performance.now() - startedAt) * 10) / 10,
      requestId,
      callerRequestId: context.req.header("x-request-id") ?? null,
      faults: faults.map((one) => `${one.id}:${one.kind}`),
    });
    if (answer.status === 0) context.env.incoming.socket.destroy();
    return toResponse(answer);
  };
}

async function run(work: () => Answer | Promise<Answer>, requestId: string): Promise<Answer> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof IonError)) console.error(error);
    const ionError = error instanceof IonError ? error : internalError();
    return {
      status: ionError.status,
      text: JSON.stringify(ionError.body(requestId)),
      headers: ionError.headers,
    };
  }
}

/** Kinds that spoil an answer that has been made. */
const WORKS_FIRST: ReadonlySet<Fault["kind"]> = new Set(["drop-after", "missing-rows", "changed-rows"]);

/** What goes out in the place of `answer`. Status 0 stands for a cut connection. */
function faultAnswer(fault: Fault, requestId: string, answer: Answer): Answer {
  const headers: Record<string, string> =
    fault.retryAfter === undefined ? {} : { "retry-after": String(fault.retryAfter) };
  switch (fault.kind) {
    case "html":
      return { status: fault.status ?? 502, text: HTML, contentType: "text/html; charset=utf-8", headers };
    case "garbage":
      return { status: fault.status ?? 200, text: GARBAGE, headers };
    case "status": {
      const status = fault.status ?? 500;
      return { status, text: JSON.stringify(errorForStatus(status, fault.message).body(requestId)), headers };
    }
    case "missing-rows":
    case "changed-rows": {
      if (answer.status !== 200 || answer.text === undefined) return answer;
      const { kind, share = 1, fields } = fault;
      return { ...answer, text: distortList(answer.text, { kind, share, fields }) };
    }
    default:
      return { status: 0 };
  }
}

function toResponse(answer: Answer): Response {
  if (answer.status === 0) return new Response(null, { status: 500 });
  const hasBody = answer.text !== undefined && answer.status !== 204;
  return new Response(hasBody ? answer.text : null, {
    status: answer.status,
    headers: {
      ...(hasBody ? { "content-type": answer.contentType ?? "application/json" } : {}),
      ...answer.headers,
    },
  });
}
