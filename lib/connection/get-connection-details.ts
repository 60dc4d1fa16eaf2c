import "server-only";
import { eq } from "drizzle-orm";
import { requirePermission } from "@/lib/auth/require-permission";
import { getDb } from "@/lib/db/client";
import { accounts } from "@/lib/db/schema/accounts";
import { ionConnections } from "@/lib/db/schema/connections";
import { serverTexts } from "@/lib/i18n/server-texts";
import { healthOf } from "@/lib/ion/connection-health";
import { lastIonCall } from "@/lib/ion/last-call";
import { toIonErrorCode } from "./ion-error-code";
import type { ConnectionDetails } from "./schemas";

const NEVER_CONNECTED = {
  state: "none",
  accessExpiresAt: null,
  refreshExpiresAt: null,
  rotationFailingSince: null,
} as const;

/** How the account's connection to Ion stands, for those who look after it. Throws AppError FORBIDDEN for others. */
export async function getConnectionDetails(): Promise<ConnectionDetails> {
  const { accountId } = await requirePermission("connection:manage");
  return readConnectionDetails(accountId);
}

/** The same for a use case that has asked for the permission already. */
export async function readConnectionDetails(accountId: string): Promise<ConnectionDetails> {
  const db = await getDb();
  const [found] = await db
    .select({ ionAccountId: accounts.ionAccountId, row: ionConnections })
    .from(accounts)
    .leftJoin(ionConnections, eq(ionConnections.accountId, accounts.id))
    .where(eq(accounts.id, accountId));
  const row = found?.row;
  const { state, why, worksUntil, daysLeft } = healthOf(row ?? NEVER_CONNECTED, new Date());
  return {
    ionAccountId: found?.ionAccountId ?? "",
    state,
    why,
    worksUntil,
    daysLeft,
    refreshExpiresAt: iso(row?.refreshExpiresAt),
    rotatedAt: iso(row?.rotatedAt),
    accessExpiresAt: iso(row?.accessExpiresAt),
    reason: (state === "lost" ? row?.stateReason : row?.rotationError) ?? null,
    failingSince: iso(row?.rotationFailingSince),
    silentSince: iso(row?.silentSince),
    lastCall: lastIonCall(accountId) ?? null,
    check: row?.lastCheck && row.checkedAt ? await toCheck(row.lastCheck, row.checkedAt) : null,
  };
}

async function toCheck(
  { failure, ...check }: NonNullable<(typeof ionConnections.$inferSelect)["lastCheck"]>,
  at: Date,
): Promise<ConnectionDetails["check"]> {
  const t = await serverTexts("errors");
  return { ...check, at: at.toISOString(), problem: failure && t(toIonErrorCode(failure), { detail: "" }) };
}

function iso(time: Date | null | undefined): string | null {
  return time?.toISOString() ?? null;
}
