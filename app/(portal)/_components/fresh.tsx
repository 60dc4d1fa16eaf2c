import { type ReactNode, Suspense } from "react";
import type { Known } from "@/lib/mirror/known";
import { readPage } from "@/lib/page";
import { withinPatience } from "@/lib/patience";
import type { Seen } from "./seen-note";

/** Nobody waits longer than this for Ion while something is shown already. */
const PATIENCE_MS = 10_000;

/**
 * Shows what is known at once, and in its place what Ion says, as soon as it says it. When Ion does not answer, what is
 * known stays. `read` is asked once a request however often it is used: give it a cached use case.
 */
export function Fresh<T>({
  known,
  read,
  children,
}: {
  known: Known<T>;
  read: () => Promise<T>;
  children: (value: T, seen: Seen) => ReactNode;
}) {
  const { value, asOf } = known;
  if (known.live) return children(value, { state: "live", asOf });
  return (
    <Suspense fallback={children(value, { state: "asking", asOf })}>
      <FromIon known={known} read={read}>
        {children}
      </FromIon>
    </Suspense>
  );
}

async function FromIon<T>({ known, read, children }: Parameters<typeof Fresh<T>>[0]) {
  const asked = new Date().toISOString();
  const loaded = await withinPatience(readPage(read), PATIENCE_MS);
  if (loaded?.ok) return children(loaded.data, { state: "live", asOf: asked });
  const problem = loaded && { message: loaded.error.message, reference: loaded.error.reference };
  return children(known.value, { state: "silent", asOf: known.asOf, ...(problem ? { problem } : {}) });
}
