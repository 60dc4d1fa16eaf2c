import { getTranslations } from "next-intl/server";
import { buttonClass } from "@/components/ui/button-class";
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
        action={
          // Every page carries this one along; a plain link needs no code.
          <a href={routes.home()} className={buttonClass()}>
            {t("backHome")}
          </a>
        }
      />
    </main>
  );
}
