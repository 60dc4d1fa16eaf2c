import { getTranslations } from "next-intl/server";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { routes } from "@/lib/routes";

/** An address that no route knows. */
export default async function NotFound() {
  const t = await getTranslations("errors");
  return (
    <main className="mx-auto grid max-w-2xl gap-4 px-4 py-16">
      <h1 className="text-title font-semibold">{t("notFoundTitle")}</h1>
      <EmptyState
        title={t("NOT_FOUND")}
        description={t("notFoundHelp")}
        action={<ButtonLink href={routes.home()}>{t("backHome")}</ButtonLink>}
      />
    </main>
  );
}
