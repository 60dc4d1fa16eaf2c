import { useTranslations } from "@/lib/i18n/use-translations";
import type { SyncRunView } from "@/lib/mirror/sync-schemas";

/** Why a pass broke off, in words, and what Ion was asked and answered for whoever looks into it. */
export function FailureWords({ failure }: { failure: NonNullable<SyncRunView["failure"]> }) {
  const t = useTranslations("errors");
  const { code, message } = failure;
  return (
    <p className="text-danger-text">
      {t.has(code) ? t(code, { detail: message }) : t("UNEXPECTED")}
      {message && <span className="text-3"> {message}</span>}
    </p>
  );
}
