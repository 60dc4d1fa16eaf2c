import { z } from "zod";
import { isRecord } from "../json";
import { code, integer, maybe } from "./primitives";

/** The token of a token-paged list; null on the last page. */
export const nextPageToken = code;

const size = z.object({ totalSize: integer });

/**
 * The row count of an offset-paged list: `totalCount` as a string or a number, else `paginationResponse.totalSize`
 * (D17). Null when Ion gives none.
 */
export const totals = {
  totalCount: integer,
  paginationResponse: maybe(size),
};

/** The first of some keys that is there, for lists whose key has two spellings (D42). */
export function pick(body: unknown, ...keys: string[]): unknown {
  if (!isRecord(body)) return undefined;
  for (const key of keys) if (body[key] !== undefined && body[key] !== null) return body[key];
  return undefined;
}
