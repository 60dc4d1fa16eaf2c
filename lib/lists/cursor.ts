import "server-only";
import { createHmac, timingSafeEqual } from "node:crypto";
import { z } from "zod";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";

const keySchema = z
  .array(z.union([z.string(), z.number(), z.boolean(), z.null()]))
  .min(1)
  .max(4);
/** The values of the columns a list is sorted by, of the last row of a page; the id is the last of them. */
export type CursorKey = z.infer<typeof keySchema>;

/** Whose list, in which order: a cursor is good for nothing else. */
export type CursorScope = { accountId: string; list: string; sort: string };

/**
 * Where the next page begins, for the address of the browser's next question: opaque there, and sealed, since it comes
 * back from outside.
 */
export function writeCursor(scope: CursorScope, key: CursorKey): string {
  const text = Buffer.from(JSON.stringify(key), "utf8").toString("base64url");
  return `${text}.${seal(scope, text).toString("base64url")}`;
}

/** The key in a cursor. Throws AppError INVALID_INPUT for one that was tampered with or belongs to another list, order or account. */
export function readCursor(scope: CursorScope, cursor: string): CursorKey {
  const [text = "", sealText = ""] = cursor.split(".");
  const given = Buffer.from(sealText, "base64url");
  const expected = seal(scope, text);
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) throw wrong();
  const parsed = keySchema.safeParse(JSON.parse(Buffer.from(text, "base64url").toString("utf8")));
  if (!parsed.success) throw wrong();
  return parsed.data;
}

function wrong(): AppError {
  return new AppError("INVALID_INPUT", { fieldErrors: { cursor: ["cursor"] } });
}

function seal({ accountId, list, sort }: CursorScope, text: string): Buffer {
  return createHmac("sha256", env().AUTH_SECRET)
    .update(JSON.stringify(["list-cursor", accountId, list, sort, text]))
    .digest()
    .subarray(0, 16);
}
