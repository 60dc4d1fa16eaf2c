import "server-only";
import { type Attributes, type Span, SpanStatusCode, trace } from "@opentelemetry/api";

const tracer = () => trace.getTracer("ion-reseller-portal");

/** Runs something inside of a span; free while no traces are sent. A failure is marked by its name, never by its words. */
export function inSpan<T>(name: string, attributes: Attributes, run: (span: Span) => Promise<T>): Promise<T> {
  return tracer().startActiveSpan(name, { attributes }, async (span) => {
    try {
      return await run(span);
    } catch (error) {
      if (!isNavigation(error)) markFailed(span, error instanceof Error ? error.name : "unknown");
      throw error;
    } finally {
      span.end();
    }
  });
}

/** `redirect()` and `notFound()` of Next are thrown, and nothing failed. */
function isNavigation(error: unknown): boolean {
  return error instanceof Error && "digest" in error && String(error.digest).startsWith("NEXT_");
}

/** Marks a span as failed; `reason` is a code, not a sentence. */
export function markFailed(span: Span, reason: string): void {
  span.setStatus({ code: SpanStatusCode.ERROR, message: reason });
}

/** A span for something that is over, below what runs now. `durationMs` ends now. */
export function addSpan(
  name: string,
  {
    durationMs,
    attributes,
    failure,
  }: { durationMs: number; attributes: Attributes; failure?: string | undefined },
): void {
  const endTime = Date.now();
  const span = tracer().startSpan(name, { startTime: endTime - durationMs, attributes });
  if (failure) markFailed(span, failure);
  span.end(endTime);
}

/** The trace that runs now, for log lines; undefined while no traces are sent. */
export function currentTraceId(): string | undefined {
  return trace.getActiveSpan()?.spanContext().traceId;
}
