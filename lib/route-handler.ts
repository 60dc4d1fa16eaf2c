import "server-only";
import { unstable_rethrow } from "next/navigation";
import { NextResponse } from "next/server";
import type { z } from "zod";
import { AppError } from "./errors";
import { inSpan, markFailed } from "./observe/tracer";
import { statusOf, toUserFacing } from "./user-facing";

/**
 * The frame of every GET handler: the value as JSON, never cached; an error as `{ error: UserFacingError }` with its
 * status.
 */
export async function runRoute<T>(read: () => Promise<T>): Promise<NextResponse> {
  return runResponse(async () =>
    NextResponse.json(await read(), { headers: { "cache-control": "no-store" } }),
  );
}

/** The frame of a GET handler that makes its own answer, such as a file; errors are told as in `runRoute`. */
export async function runResponse<Answer extends Response>(
  answer: () => Promise<Answer>,
): Promise<Answer | NextResponse> {
  return inSpan("route handler", {}, async (span) => {
    try {
      return await answer();
    } catch (error) {
      unstable_rethrow(error);
      const told = await toUserFacing(error);
      markFailed(span, told.code);
      return NextResponse.json(
        { error: told },
        { status: statusOf(error), headers: { "cache-control": "no-store" } },
      );
    }
  });
}

/** Parses a request's search params (last value of each). Throws AppError INVALID_INPUT. */
export function parseSearch<Schema extends z.ZodType>(schema: Schema, request: Request): z.output<Schema> {
  const parsed = schema.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!parsed.success) throw new AppError("INVALID_INPUT", { cause: parsed.error });
  return parsed.data;
}

/** Parses the params of a dynamic route. A malformed id is NOT_FOUND: such a thing can't exist. */
export async function parseParams<Schema extends z.ZodType>(
  schema: Schema,
  params: Promise<unknown>,
): Promise<z.output<Schema>> {
  const parsed = schema.safeParse(await params);
  if (!parsed.success) throw new AppError("NOT_FOUND", { cause: parsed.error });
  return parsed.data;
}
