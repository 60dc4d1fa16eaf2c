import { getTranslations } from "next-intl/server";
import { buttonClass } from "@/components/ui/button-class";
import { EmptyState } from "@/components/ui/empty-state";
import { routes } from "@/lib/routes";

export default async function NotFound() {
  const t = await getTranslations("errors");
  return (
    <>
      <h1 className="pb-5 text-title font-semibold">{t("notFoundTitle")}</h1>
      <EmptyState
        title={t("NOT_FOUND")}
        description={t("notFoundHelp")}
        action={
          <a href={routes.home()} className={buttonClass()}>
            {t("backHome")}
          </a>
        }
      />
    </>
  );
}
