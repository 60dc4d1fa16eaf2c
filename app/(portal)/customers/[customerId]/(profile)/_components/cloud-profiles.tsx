import { getLocale, getTranslations } from "next-intl/server";
import { CopyButton } from "@/components/ui/copy-button";
import { EmptyState } from "@/components/ui/empty-state";
import { Section } from "@/components/ui/section";
import { StatusBadge } from "@/components/ui/status-badge";
import { Table, Td, Th } from "@/components/ui/table";
import { listCloudProfiles } from "@/lib/customers/list-cloud-profiles";
import type { CloudProfile } from "@/lib/customers/schemas";
import { formatList } from "@/lib/format";
import { readPage } from "@/lib/page";
import { LoadProblem } from "../../../../_components/load-problem";

/** What the cloud providers know of the customer: the tenants first, then what is switched on, then the rest by name. */
export async function CloudProfiles({ customerId }: { customerId: string }) {
  const [t, locale, loaded] = await Promise.all([
    getTranslations("customers.profiles"),
    getLocale(),
    readPage(() => listCloudProfiles(customerId)),
  ]);
  if (!loaded.ok) {
    return (
      <Section title={t("title")}>
        <LoadProblem error={loaded.error} />
      </Section>
    );
  }
  const known = loaded.data.filter((profile) => profile.enabled || profile.tenantId);
  const others = loaded.data.filter((profile) => !known.includes(profile)).map(nameOf);
  return (
    <Section title={t("title")} description={t("description")}>
      {known.length === 0 ? (
        <EmptyState title={t("empty")} description={t("emptyHelp")} />
      ) : (
        <Table label={t("title")} className="min-w-[34rem]">
          <thead>
            <tr>
              <Th>{t("provider")}</Th>
              <Th>{t("tenant")}</Th>
              <Th>{t("agreement")}</Th>
              <Th>{t("access")}</Th>
            </tr>
          </thead>
          <tbody>
            {known
              .toSorted((a, b) => Number(b.tenantId !== null) - Number(a.tenantId !== null))
              .map((profile) => (
                <ProfileRow key={`${profile.providerId} ${profile.shortName}`} profile={profile} />
              ))}
          </tbody>
        </Table>
      )}
      {known.length > 0 && others.length > 0 && (
        <p className="text-table text-3">{t("others", { names: formatList(locale, others) })}</p>
      )}
    </Section>
  );
}

async function ProfileRow({ profile }: { profile: CloudProfile }) {
  const t = await getTranslations("customers.profiles");
  const { tenantId, domain, agreementStatus, billingAccounts } = profile;
  return (
    <tr>
      <th scope="row" className="border-b border-line py-2 pr-2 text-left align-top font-medium">
        {nameOf(profile)}
        {profile.providerId && (
          <span className="block text-caption font-normal text-3">
            {t("providerId", { id: profile.providerId })}
          </span>
        )}
      </th>
      <Td>
        <StatusBadge tone={tenantId ? "ok" : "neutral"} plain>
          {tenantId ? t("yes") : t("no")}
        </StatusBadge>
        {domain && <span className="block break-all">{domain}</span>}
        {tenantId && (
          <span className="flex items-center gap-1">
            <code className="break-all text-caption text-2">{tenantId}</code>
            <CopyButton value={tenantId} label={t("copyTenantId")} className="-my-1" />
          </span>
        )}
        {billingAccounts && (
          <span className="block text-caption text-2">
            {t("billingAccounts", { accounts: billingAccounts })}
          </span>
        )}
      </Td>
      <Td>{agreementStatus ? sentenceCase(agreementStatus) : <None />}</Td>
      <Td>
        <Access profile={profile} />
      </Td>
    </tr>
  );
}

async function Access({ profile }: { profile: CloudProfile }) {
  const t = await getTranslations("customers.profiles");
  const { gdapStatus, gdapLevel, gdapRoles, delegatedAccess } = profile;
  if (gdapStatus === null && delegatedAccess === null) return <None />;
  return (
    <>
      {gdapStatus && (
        <span className="block">
          {t("gdap", { status: sentenceCase(gdapStatus) })}
          {gdapRoles.length > 0 && (
            <span className="text-3" title={gdapRoles.join(", ")}>
              {" · "}
              {t("gdapRoles", { count: gdapRoles.length })}
            </span>
          )}
        </span>
      )}
      {gdapLevel && (
        <span className="block text-caption text-2">
          {t("gdapLevel", { level: sentenceCase(gdapLevel) })}
        </span>
      )}
      {delegatedAccess !== null && (
        <span className="block text-caption text-2">
          {delegatedAccess ? t("delegatedAllowed") : t("delegatedRefused")}
        </span>
      )}
    </>
  );
}

async function None() {
  const t = await getTranslations("common");
  return (
    <span className="text-3">
      <span aria-hidden="true">–</span>
      <span className="sr-only">{t("none")}</span>
    </span>
  );
}

function nameOf({ displayName, shortName, providerId }: CloudProfile): string {
  return displayName ?? shortName ?? providerId ?? "?";
}

/** Ion's words are capitals with underscores: "PENDING_APPROVAL". */
function sentenceCase(word: string): string {
  const words = word.replaceAll("_", " ").toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
