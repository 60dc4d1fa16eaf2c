import "server-only";
import { context, trace } from "@opentelemetry/api";
import { AsyncLocalStorageContextManager } from "@opentelemetry/context-async-hooks";
import { OTLPTraceExporter } from "@opentelemetry/exporter-trace-otlp-http";
import {
  defaultResource,
  detectResources,
  envDetector,
  resourceFromAttributes,
} from "@opentelemetry/resources";
import {
  BatchSpanProcessor,
  type ReadableSpan,
  type SpanProcessor,
  TracerProvider,
} from "@opentelemetry/sdk-trace";
import { scrubText } from "./scrub";
import { currentWork } from "./work";

// Loaded only when traces are sent: a portal without a collector pays nothing for them.

/** Sends spans to the collector of `OTEL_EXPORTER_OTLP_ENDPOINT`. Returns what sends the rest and ends it. */
export function startTracing(): () => Promise<void> {
  const provider = new TracerProvider({
    resource: defaultResource()
      .merge(resourceFromAttributes({ "service.name": "ion-reseller-portal" }))
      .merge(detectResources({ detectors: [envDetector] })),
    spanProcessors: [withoutPrivateThings(new BatchSpanProcessor({ exporter: new OTLPTraceExporter() }))],
  });
  trace.setGlobalTracerProvider(provider);
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
  return () => provider.shutdown();
}

/** Names the request or job on every span, and takes people's words out of those that Next makes. */
function withoutPrivateThings(next: SpanProcessor): SpanProcessor {
  return {
    onStart(span, parent) {
      const work = currentWork();
      if (work) span.setAttribute(work.kind === "job" ? "portal.job_id" : "portal.request_id", work.id);
      next.onStart(span, parent);
    },
    onEnd: (span) => next.onEnd(cleaned(span)),
    forceFlush: () => next.forceFlush(),
    shutdown: () => next.shutdown(),
  };
}

function cleaned(span: ReadableSpan): ReadableSpan {
  const attributes = Object.fromEntries(
    Object.entries(span.attributes).map(([name, value]) => [
      name,
      typeof value === "string" ? scrubText(value) : value,
    ]),
  );
  // An exception's event holds its message and its stack; the log has both, scrubbed, under the same trace.
  return Object.create(span, {
    name: { value: scrubText(span.name) },
    attributes: { value: attributes },
    events: { value: span.events.map((event) => ({ ...event, attributes: { "exception.type": "Error" } })) },
    status: { value: { code: span.status.code, message: scrubText(span.status.message ?? "") } },
  });
}
