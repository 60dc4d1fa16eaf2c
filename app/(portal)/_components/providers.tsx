"use client";

import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { RequestError } from "@/lib/get-json";

/** A refusal won't change by asking again; an outage might. */
function shouldRetry(failures: number, error: Error): boolean {
  const passing = !(error instanceof RequestError) || error.status === 0 || error.status >= 500;
  return passing && failures < 2;
}

/** What the pages' client parts share: the query cache. */
export function Providers({ children }: { children: ReactNode }) {
  const [client] = useState(
    () => new QueryClient({ defaultOptions: { queries: { retry: shouldRetry, staleTime: 10_000 } } }),
  );
  return <QueryClientProvider client={client}>{children}</QueryClientProvider>;
}
