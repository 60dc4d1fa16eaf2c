import "server-only";
import { notFound, redirect, unstable_rethrow } from "next/navigation";
import type { z } from "zod";
import { AppError } from "./errors";
import { IonError } from "./ion/errors";
import { routes } from "./routes";
import { toUserFacing, type UserFacingError } from "./user-facing";

/** What a page got: its data, or what to tell the person instead. */
export type Loaded<T> = { ok: true; data: T } | { ok: false; error: UserFacingError };

/**
 * The frame of a page's reads. What is not there, or not this person's, is the 404 page; a signed-out visitor goes to
 * sign-in; a missing permission to the page that says so. An outage comes back as a value, because an error thrown
 * while rendering reaches the browser without its words.
 */
export async function readPage<T>(read: () => Promise<T>): Promise<Loaded<T>> {
  try {
    return { ok: true, data: await read() };
  } catch (error) {
    unstable_rethrow(error);
    if (error instanceof AppError && error.code === "NOT_FOUND") notFound();
    if (error instanceof AppError && error.code === "FORBIDDEN") redirect(routes.forbidden());
    if (error instanceof AppError && error.code === "SIGNED_OUT") redirect(routes.signIn());
    if (error instanceof IonError && error.kind === "not-found") notFound();
    return { ok: false, error: await toUserFacing(error) };
  }
}

/** Parses route params; a malformed id is the 404 page. */
export async function pageParams<Schema extends z.ZodType>(
  schema: Schema,
  params: Promise<unknown>,
): Promise<z.output<Schema>> {
  const parsed = schema.safeParse(await params);
  if (!parsed.success) notFound();
  return parsed.data;
}
