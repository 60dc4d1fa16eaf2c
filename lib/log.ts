import "server-only";
import pino from "pino";
import { scrub, scrubText } from "./observe/scrub";
import { currentTraceId } from "./observe/tracer";
import { currentWork } from "./observe/work";

/**
 * JSON log on stdout; each line names the request or job it belongs to. Give it ids and outcomes, never bodies: taking out
 * what is secret or private is the second line of defence.
 */
export const log = pino({
  level: process.env.LOG_LEVEL || "info",
  base: undefined,
  mixin: () => {
    const work = currentWork();
    const traceId = currentTraceId();
    return {
      ...(work && { [work.kind === "job" ? "jobId" : "requestId"]: work.id }),
      ...(traceId && { traceId }),
    };
  },
  // A line about a request that is over names that request, wherever it was written.
  mixinMergeStrategy: (line, mixed) => ({ ...mixed, ...line }),
  formatters: { log: scrub },
  // An error has become a plain object by then; pino's own serializer would take it for another one.
  serializers: { err: (described: unknown) => described },
  hooks: {
    logMethod(args, method) {
      const [first, ...rest] = args.map((arg) => (typeof arg === "string" ? scrubText(arg) : arg));
      method.call(this, first as never, ...(rest as never[]));
    },
  },
});
