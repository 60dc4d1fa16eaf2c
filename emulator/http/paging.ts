import { createHash } from "node:crypto";
import { invalidRequest } from "../errors";
import type { Call } from "./route";

/** Where a token-paged list starts and how many rows it may answer. */
export type PageRequest = { cursor: number; size: number; tokenFor(cursor: number): string };

const SERVER_CHOICE = 50;

/**
 * Reads `pageSize` and `pageToken` of a token-paged list (CONTRACT.md section 0.2).
 * @throws IonError 400 when both are missing, when the token is damaged, or when the filters changed under it.
 */
export function readPage(call: Call): PageRequest {
  const { query, emulator } = call;
  const token = query.text("pageToken");
  const asked = query.wholeNumber("pageSize");
  const sizeMissing = asked === undefined && !query.has("pageSize");
  if (sizeMissing && (token === undefined || emulator.variants.is("page-size", "required"))) {
    throw invalidRequest("At least one of page_size and page_token must be present");
  }
  const filters = createHash("sha1").update(query.fingerprint()).digest("base64url").slice(0, 6);
  const start = token === undefined ? { cursor: 0, size: SERVER_CHOICE } : readToken(token, filters);
  const cap = Number(emulator.variants.get("max-page-size"));
  const wanted = Math.min(asked || start.size, cap);
  const size = emulator.variants.is("short-pages", "yes") ? Math.max(1, Math.ceil(wanted / 2)) : wanted;
  return { cursor: start.cursor, size, tokenFor: (cursor) => encode(`${cursor}:${wanted}:${filters}`) };
}

function encode(text: string): string {
  return Buffer.from(text).toString("base64url");
}

function readToken(token: string, filters: string): { cursor: number; size: number } {
  const match = /^(\d{1,15}):(\d{1,9}):(.{6})$/.exec(Buffer.from(token, "base64url").toString());
  if (!match) throw invalidRequest("page_token is invalid");
  if (match[3] !== filters) throw invalidRequest("page_token was issued for other filters");
  return { cursor: Number(match[1]), size: Number(match[2]) };
}

export type OffsetRequest = { limit: number; offset: number };

/** Reads `pagination.limit` and `pagination.offset` (dotted or as JSON). */
export function readOffset(call: Call): OffsetRequest {
  const cap = Number(call.emulator.variants.get("max-page-size"));
  const limit = Math.min(call.query.wholeNumber("pagination.limit") || 100, cap);
  const short = call.emulator.variants.is("short-pages", "yes");
  return {
    limit: short ? Math.max(1, Math.ceil(limit / 2)) : limit,
    offset: call.query.wholeNumber("pagination.offset") ?? 0,
  };
}
