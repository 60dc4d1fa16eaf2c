import type { Emulator } from "../emulator";
import type { Query } from "./query";

/** One authorised request, as a resource's code sees it. */
export type Call = {
  emulator: Emulator;
  /** The account of the token; also the one in the path, where the path has one. */
  accountId: string;
  /** Path parameters by name; every route that asks for one has it. */
  param(name: string): string;
  query: Query;
  /** The parsed JSON body with camelCase keys. @throws IonError 400 for a wrong content type or broken JSON. */
  body(): unknown;
};

export type Answer = {
  status: number;
  text?: string;
  contentType?: string;
  headers?: Record<string, string>;
};

export type Method = "GET" | "POST" | "PUT" | "DELETE";

/**
 * `path` is a Hono pattern in which a custom verb is a segment of its own: `/orders/:orderId/~cancel` for
 * `/orders/1:cancel`.
 */
export type Route = { method: Method; path: string; handle: (call: Call) => Answer };

export function json(value: unknown, status = 200): Answer {
  return { status, text: JSON.stringify(value) };
}

/** For documents that are stored as JSON text already. */
export function jsonText(text: string, status = 200): Answer {
  return { status, text };
}

/** 204, or 200 with `{}` when the variant says that every success is a 200. */
export function deleted(emulator: Emulator): Answer {
  return emulator.variants.is("success-codes", "200") ? json({}) : { status: 204 };
}
