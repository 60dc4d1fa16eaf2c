"use client";

import { useQuery } from "@tanstack/react-query";
import { type AuditState, auditStateSchema } from "@/lib/audit/audit-state-schema";
import { getJson } from "@/lib/get-json";
import { routes } from "@/lib/routes";

const WHILE_RUNNING_MS = 1_000;
const ELSE_MS = 60_000;

/** How the chain stands; while a check is under way, second by second. */
export function useChainState(initial: AuditState) {
  const query = useQuery({
    queryKey: ["audit", "state"],
    queryFn: ({ signal }) => getJson(routes.api.auditState(), auditStateSchema, { signal }),
    initialData: initial,
    refetchInterval: ({ state }) => (state.data?.checks[0]?.state === "running" ? WHILE_RUNNING_MS : ELSE_MS),
  });
  return { state: query.data, failed: query.isError, look: () => query.refetch() };
}
