import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/ui/page-header";
import { getConnectionDetails } from "@/lib/connection/get-connection-details";
import { readPage } from "@/lib/page";
import { LoadProblem } from "../../_components/load-problem";
import { ConnectionPanel } from "./_components/connection-panel";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("connection"))("title") };
}

/** How the account's connection to Ion stands, a test of it, and the way to bring it back. For the owner only. */
export default async function ConnectionPage() {
  const t = await getTranslations("connection");
  const loaded = await readPage(getConnectionDetails);
  if (loaded.ok) return <ConnectionPanel initial={loaded.data} />;
  return (
    <>
      <PageHeader title={t("title")} />
      <LoadProblem error={loaded.error} />
    </>
  );
}
