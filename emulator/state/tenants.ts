import type { Database } from "./database";

/** What a customer has at one provider (`customerCloudProfiles[]`, CONTRACT.md section 2.2). */
export type CloudProfile = {
  providerId: string;
  displayName: string;
  shortName: string;
  enabled: boolean;
  customerTenantId?: string;
  customerDomain?: string;
  agreementStatus?: string;
  allowDelegatedAccess?: boolean;
  gdapStatus?: string;
  gdapLevel?: string;
  gdapRoles?: string[];
  billingAccounts?: string;
  passRiOptimization?: boolean;
  discountedRiOptimization?: boolean;
};

type Row = { customer_id: number; doc: string };

export function saveProfile(db: Database, customerId: string, profile: CloudProfile): void {
  db.run(
    `INSERT INTO tenants (customer_id, provider_id, tenant_id, domain, doc) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (customer_id, provider_id) DO UPDATE
     SET tenant_id = excluded.tenant_id, domain = excluded.domain, doc = excluded.doc`,
    Number(customerId),
    Number(profile.providerId),
    profile.customerTenantId ?? "",
    (profile.customerDomain ?? "").toLowerCase(),
    JSON.stringify(profile),
  );
}

export function listProfiles(db: Database, customerId: string): CloudProfile[] {
  return db
    .all<Row>(
      "SELECT customer_id, doc FROM tenants WHERE customer_id = ? ORDER BY provider_id",
      Number(customerId),
    )
    .map((row) => JSON.parse(row.doc) as CloudProfile);
}

export function findProfile(db: Database, customerId: string, providerId: number): CloudProfile | undefined {
  const row = db.get<Row>(
    "SELECT customer_id, doc FROM tenants WHERE customer_id = ? AND provider_id = ?",
    Number(customerId),
    providerId,
  );
  return row && (JSON.parse(row.doc) as CloudProfile);
}

/** The customer that already has this domain at any provider. */
export function findDomainOwner(db: Database, domain: string): string | undefined {
  const row = db.get<{ customer_id: number }>(
    "SELECT customer_id FROM tenants WHERE domain = ? LIMIT 1",
    domain.toLowerCase(),
  );
  return row && String(row.customer_id);
}
