import type { Checks } from "@/lib/shape";

/** What a failed read tells the page; the server's words where there are any. */
export class RequestError extends Error {
  readonly status: number;
  readonly code: string;
  readonly reference: string | undefined;

  constructor(status: number, error: { code?: string; message?: string; reference?: string } = {}) {
    super(error.message ?? "");
    this.name = "RequestError";
    this.status = status;
    this.code = error.code ?? (status === 0 ? "OFFLINE" : "UNEXPECTED");
    this.reference = error.reference;
  }
}

/**
 * Reads one of the portal's GET handlers from the browser and parses the answer.
 *
 * Throws RequestError (status 0 when the portal itself did not answer) and the abort of `signal`.
 */
export async function getJson<T>(
  url: string,
  schema: Checks<T>,
  options: { signal?: AbortSignal } = {},
): Promise<T> {
  const response = await fetch(url, { ...options, headers: { accept: "application/json" } }).catch(
    (error) => {
      if (options.signal?.aborted) throw error;
      throw new RequestError(0);
    },
  );
  const body = await response.json().catch(() => undefined);
  if (!response.ok) throw new RequestError(response.status, body?.error);
  const parsed = schema.safeParse(body);
  if (!parsed.success) throw new RequestError(response.status);
  return parsed.data;
}
