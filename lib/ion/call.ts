import type { z } from "zod";

export type QueryValue = string | number | boolean | null | undefined;

/** Options every function of the client takes. */
export interface CallOptions {
  /** Stops the call. A write that was already sent then ends as "outcome-unknown", not as "aborted". */
  signal?: AbortSignal;
}

/** One call to Ion, as a resource describes it to the transport. */
export interface IonCall<T> extends CallOptions {
  /** Name for logs and errors, for example `orders.create`. */
  operation: string;
  method: "GET" | "POST" | "PUT" | "DELETE";
  /** Path with its ids already percent-encoded; see `pathOf`. */
  path: string;
  query?: Record<string, QueryValue>;
  /** Sent as JSON. */
  body?: unknown;
  /** Reads the answer. */
  schema: z.ZodType<T>;
  /** True where an empty body is an answer; the schema then gets `{}`. Anywhere else it is "bad-answer". */
  mayBeEmpty?: boolean;
  /** Whether it changes something at Ion. By default everything but GET does. */
  effect?: "read" | "write";
  /** Bytes the answer may have, where the client's ordinary limit is too small. */
  maxBodyBytes?: number | undefined;
  /** False for a GET that makes Ion work upstream and must not be repeated by itself. */
  retry?: boolean;
  /** True for the question whether Ion answers at all: it waits for nobody's turn. Set by the transport. */
  probe?: boolean;
}

/** What resources need of the transport. */
export interface IonTransport {
  /** Sends one call and reads its answer. Throws IonError, only IonError. */
  call<T>(call: IonCall<T>): Promise<T>;
  /**
   * The one way around the removal of secrets: `expose` sees the answer before it, and what it returns is handed back
   * beside the ordinary, stripped result. For values that are shown once to a person; never log or store them.
   */
  callExposing<T, E>(call: IonCall<T>, expose: (body: unknown) => E): Promise<{ result: T; exposed: E }>;
}

/**
 * A path from a template string: every inserted value is one segment, percent-encoded, and the colon of a custom verb
 * stays as it is. Throws TypeError on an empty id or a dot segment, which would reach another resource.
 */
export function pathOf(strings: TemplateStringsArray, ...values: string[]): string {
  return strings.reduce((path, part, index) => {
    const value = values[index];
    if (value === undefined) return path + part;
    if (value.trim() === "" || value === "." || value === "..")
      throw new TypeError("An id in an Ion path is empty.");
    return path + part + encodeURIComponent(value);
  }, "");
}
