import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { routes } from "@/lib/routes";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("auth");
  return { title: t("forbiddenTitle") };
}

/** Where a page sends people whose role does not include it. */
export default async function ForbiddenPage() {
  const t = await getTranslations("auth");
  return (
    <>
      <h1 className="pb-5 text-title font-semibold">{t("forbiddenTitle")}</h1>
      <EmptyState
        title={t("forbiddenText")}
        action={<ButtonLink href={routes.home()}>{t("forbiddenBack")}</ButtonLink>}
      />
    </>
  );
}
