import { renderMetrics } from "@/lib/observe/render-metrics";

export const dynamic = "force-dynamic";

/** The portal's metrics for a collector that brings the token; nothing is here without the setting `METRICS_TOKEN`. */
export function GET(request: Request) {
  return renderMetrics(request.headers.get("authorization"));
}
