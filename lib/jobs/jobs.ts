import "server-only";
import { checkDueAuditLogs } from "@/lib/audit/check-due";
import { keepConnectionsAlive } from "@/lib/connection/keep-connections-alive";
import { reconcileIntents } from "@/lib/orders/intents/reconcile-intents";
import { reEncryptSecrets } from "@/lib/secrets/re-encrypt-secrets";
import { recordAllSnapshots } from "@/lib/subscriptions/record-snapshots";
import { syncDue } from "./sync-due";

type Job = { name: string; cron: string; run: () => Promise<void> };

/** The portal's recurring work. Each is a thin call into a domain; one runs at a time across all replicas. */
export const JOBS: readonly Job[] = [
  { name: "reconcile-intents", cron: "* * * * *", run: reconcileIntents },
  { name: "record-subscription-snapshots", cron: "*/5 * * * *", run: recordAllSnapshots },
  { name: "sync-due", cron: "* * * * *", run: syncDue },
  { name: "keep-connections-alive", cron: "*/5 * * * *", run: keepConnectionsAlive },
  { name: "re-encrypt-secrets", cron: "41 * * * *", run: async () => void (await reEncryptSecrets()) },
  { name: "check-audit-logs", cron: "41 2 * * *", run: checkDueAuditLogs },
];
