import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/ui/page-header";
import { getOrderSettings } from "@/lib/orders/order-settings";
import { readPage } from "@/lib/page";
import { LoadProblem } from "../../_components/load-problem";
import { HoldForm } from "./_components/hold-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("outbox.settings"))("title") };
}

/** How the account's orders leave the portal; for the owner. */
export default async function OrderSettingsPage() {
  const t = await getTranslations("outbox.settings");
  const loaded = await readPage(getOrderSettings);
  return (
    <>
      <PageHeader title={t("title")} facts={t("facts")} />
      {loaded.ok ? <HoldForm initial={loaded.data} /> : <LoadProblem error={loaded.error} />}
    </>
  );
}
