import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/ui/page-header";
import { listOutbox } from "@/lib/orders/intents/list-outbox";
import { readPage } from "@/lib/page";
import { LoadProblem } from "../_components/load-problem";
import { OutboxView } from "./_components/outbox-view";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("outbox"))("title") };
}

/** What is held, on its way and unconfirmed, by whom, and what came of the rest. */
export default async function OutboxPage() {
  const t = await getTranslations("outbox");
  const loaded = await readPage(listOutbox);
  return (
    <>
      <PageHeader title={t("title")} facts={t("facts")} />
      {loaded.ok ? <OutboxView initial={loaded.data} /> : <LoadProblem error={loaded.error} />}
    </>
  );
}
