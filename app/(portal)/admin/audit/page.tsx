import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/ui/page-header";
import { toAuditListParams } from "@/lib/audit/audit-list-query";
import { loadAuditListSearch, toAuditListQuery } from "@/lib/audit/audit-list-search";
import { getAuditState } from "@/lib/audit/get-audit-state";
import { findAuditEntry, listAudit, listAuditPeople } from "@/lib/audit/list-audit";
import { pack } from "@/lib/packed";
import { readPage } from "@/lib/page";
import type { SearchParams } from "@/lib/search-params";
import { readLayout } from "../../_components/list/read-layout";
import { LoadProblem } from "../../_components/load-problem";
import { Soon } from "../../_components/soon";
import { AuditSkeleton } from "./_components/audit-skeleton";
import { AuditView } from "./_components/audit-view";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("audit"))("title") };
}

/** Everything that was done, by whom and with what outcome, for the owner; and whether the log is as it was written. */
export default function AuditPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  return <Soon content={audit(searchParams)} fallback={<AuditSkeleton />} />;
}

async function audit(searchParams: Promise<SearchParams>) {
  const search = loadAuditListSearch(await searchParams);
  const query = toAuditListQuery(search);
  const [t, layout, loaded] = await Promise.all([
    getTranslations("audit"),
    readLayout("audit"),
    readPage(() =>
      Promise.all([
        listAudit(query),
        getAuditState(),
        listAuditPeople(),
        search.entry === null ? null : findAuditEntry(search.entry),
      ]),
    ),
  ]);
  if (!loaded.ok) {
    return (
      <>
        <PageHeader title={t("title")} />
        <LoadProblem error={loaded.error} />
      </>
    );
  }
  const [page, state, people, entry] = loaded.data;
  return (
    <AuditView
      initial={{ params: toAuditListParams(query), page: pack(page) }}
      layout={layout}
      state={state}
      people={people}
      linked={entry}
    />
  );
}
