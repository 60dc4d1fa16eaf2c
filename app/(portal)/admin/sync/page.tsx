import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ButtonLink } from "@/components/ui/button-link";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { getSyncOverview } from "@/lib/mirror/get-sync-overview";
import { listSyncRuns } from "@/lib/mirror/list-sync-runs";
import { syncRunQuerySchema } from "@/lib/mirror/sync-schemas";
import { readPage } from "@/lib/page";
import { routes } from "@/lib/routes";
import { LoadProblem } from "../../_components/load-problem";
import { HistoryFilters } from "./_components/history-filters";
import { ResourceList } from "./_components/resource-list";
import { RunHistory } from "./_components/run-history";

type Search = Record<string, string | string[] | undefined>;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("sync.admin"))("title") };
}

/** How the lists kept from Ion stand: what runs, what waits for a person, and what the passes of the past did. */
export default async function SyncPage({ searchParams }: { searchParams: Promise<Search> }) {
  const t = await getTranslations("sync.admin");
  const parsed = syncRunQuerySchema.safeParse(await searchParams);
  // An address that makes no sense shows all of the history.
  const query = parsed.success ? parsed.data : syncRunQuerySchema.parse({});
  const loaded = await readPage(async () => {
    const runs = await listSyncRuns(query);
    return { runs, overview: await getSyncOverview() };
  });
  if (!loaded.ok) {
    return (
      <>
        <PageHeader title={t("title")} />
        <LoadProblem error={loaded.error} />
      </>
    );
  }
  const { runs, overview } = loaded.data;
  const { resource, state } = query;
  const history = await getTranslations("sync.history");
  return (
    <>
      <PageHeader title={t("title")} facts={t("facts")} />
      <div className="grid gap-8">
        <Section title={t("resources")}>
          <ResourceList initial={overview} />
        </Section>
        <Section
          title={t("historyTitle")}
          {...(query.cursor
            ? {
                actions: (
                  <ButtonLink size="sm" href={routes.adminSync({ resource, state })}>
                    {history("newest")}
                  </ButtonLink>
                ),
              }
            : {})}
        >
          <div className="grid gap-3">
            <HistoryFilters chosen={{ resource, state }} />
            <RunHistory
              page={runs}
              olderHref={
                runs.nextCursor ? routes.adminSync({ resource, state, cursor: runs.nextCursor }) : null
              }
            />
          </div>
        </Section>
      </div>
    </>
  );
}
