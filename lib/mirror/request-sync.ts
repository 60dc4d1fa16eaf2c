import "server-only";
import { requirePermission } from "@/lib/auth/require-permission";
import type { SyncResource } from "./sync-schemas";

/** Asks for a pass over one of Ion's lists; everybody may. The job that runs it is the engine's. */
export async function requestSync(_resource: SyncResource): Promise<void> {
  await requirePermission("mirror:sync");
}
