import "server-only";
import { getTranslations } from "next-intl/server";
import { requirePermission } from "@/lib/auth/require-permission";
import type { CsvColumn } from "@/lib/lists/csv-response";
import { exportList } from "@/lib/lists/export-list";
import { AUDIT_ACTIONS } from "./audit-actions";
import type { AuditRow } from "./audit-list-page";
import { AUDIT_COLUMNS, type AuditColumn, type AuditListQuery, toAuditListParams } from "./audit-list-query";
import { auditListReader } from "./audit-list-reader";

/**
 * The log as a CSV file: the rows that the question shows, all of them, with the columns asked for in the person's
 * language. That it was taken becomes an entry itself. Throws AppError FORBIDDEN for all but the owner.
 */
export async function exportAudit(
  query: AuditListQuery,
  columns: readonly AuditColumn[] = AUDIT_COLUMNS,
): Promise<Response> {
  const actor = await requirePermission("audit:read");
  const t = await getTranslations("audit");
  const words = new Map(AUDIT_ACTIONS.map((action) => [action as string, t(`actions.${action}`)]));
  const cells: Record<AuditColumn, CsvColumn<AuditRow>["cell"]> = {
    at: (row) => row.at,
    who: ({ who }) => (who === null ? t("nobody") : (who.name ?? who.id)),
    action: ({ action }) => words.get(action) ?? action,
    resource: (row) => row.resource,
    customer: ({ customer }) => customer?.name ?? customer?.id,
    outcome: ({ outcome }) => t(`outcome.${outcome}`),
    reference: (row) => row.reference,
    sequence: (row) => row.sequence,
    hash: (row) => row.hash,
    details: (row) => JSON.stringify(row.details),
  };
  return exportList(
    actor,
    "audit",
    toAuditListParams(query),
    auditListReader(actor.accountId, query),
    columns.map((column) => ({ header: t(`columns.${column}`), cell: cells[column] })),
  );
}
