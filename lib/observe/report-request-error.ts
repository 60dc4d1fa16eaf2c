import "server-only";
import type { Instrumentation } from "next";
import { log } from "@/lib/log";
import { requestIdFrom } from "./work";

/** Tells the log of an error that a page, an action or a route handler threw, with the digest that the person sees. */
export const reportRequestError: Instrumentation.onRequestError = (error, request, context) => {
  const digest = error instanceof Error && "digest" in error ? String(error.digest) : undefined;
  log.error(
    {
      event: "request-error",
      requestId: requestIdFrom(request.headers["x-request-id"]),
      digest,
      method: request.method,
      path: request.path.split("?", 1)[0],
      route: context.routePath,
      routeType: context.routeType,
      err: error,
    },
    "a request broke",
  );
};
