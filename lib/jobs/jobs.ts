import "server-only";
import { reconcileIntents } from "@/lib/orders/reconcile-intents";

type Job = { name: string; cron: string; run: () => Promise<void> };

/** The portal's recurring work. Each is a thin call into a domain; one runs at a time across all replicas. */
export const JOBS: readonly Job[] = [{ name: "reconcile-intents", cron: "* * * * *", run: reconcileIntents }];
