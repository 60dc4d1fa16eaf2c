import { useLocale } from "next-intl";
import type { ReactNode } from "react";
import { Money } from "@/components/ui/money";
import { StatusGlyph } from "@/components/ui/status-glyph";
import type { Introduction, Plan } from "@/lib/catalog/schemas";
import { formatNumber } from "@/lib/format";
import { useTranslations } from "@/lib/i18n/use-translations";
import { usePlanWords } from "./use-plan-words";

/** What is special about a plan, under its name; first of all why it can't be ordered. */
export function PlanNotes({ plan }: { plan: Plan }) {
  const t = useTranslations("catalog");
  const notes: { key: string; text: ReactNode }[] = [
    ...plan.introductions.map((introduction, index) => ({
      key: `introduction ${index}`,
      text: <IntroductionNote introduction={introduction} />,
    })),
    ...(plan.setupFee ? [{ key: "setup", text: <SetupNote fee={plan.setupFee} /> }] : []),
    ...(plan.approvalRequired ? [{ key: "approval", text: t("chooser.approval") }] : []),
    ...(hasLimits(plan) ? [{ key: "limits", text: <LimitsNote plan={plan} /> }] : []),
  ];
  return (
    <>
      {!plan.orderable.ok && (
        <span className="flex items-start gap-1.5 text-caption text-2">
          <StatusGlyph tone="neutral" className="mt-1" />
          <span>
            <span className="font-medium text-1">{t(`reason.${plan.orderable.reason}`)}.</span>{" "}
            {t(`reasonHelp.${plan.orderable.reason}`)}
          </span>
        </span>
      )}
      {notes.map(({ key, text }) => (
        <span key={key} className="block text-caption text-2">
          {text}
        </span>
      ))}
    </>
  );
}

/** Whether there is anything to say about quantities. */
export function hasLimits({ minQuantity, maxQuantity }: Pick<Plan, "minQuantity" | "maxQuantity">): boolean {
  return minQuantity > 1 || maxQuantity !== null;
}

/** "1 to 300", "at least 5". */
export function LimitsNote({ plan }: { plan: Pick<Plan, "minQuantity" | "maxQuantity"> }) {
  const t = useTranslations("catalog");
  const locale = useLocale();
  const { minQuantity: min, maxQuantity: max } = plan;
  if (max === null) return <>{t("chooser.limitsMin", { min: formatNumber(locale, min) })}</>;
  if (min <= 1) return <>{t("chooser.limitsMax", { max: formatNumber(locale, max) })}</>;
  return <>{t("chooser.limits", { min: formatNumber(locale, min), max: formatNumber(locale, max) })}</>;
}

function SetupNote({ fee }: { fee: NonNullable<Plan["setupFee"]> }) {
  const t = useTranslations("catalog");
  return <>{t.rich("chooser.setup", { price: () => <Money value={fee} /> })}</>;
}

function IntroductionNote({ introduction }: { introduction: Introduction }) {
  const t = useTranslations("catalog");
  const words = usePlanWords();
  const { kind, duration, price } = introduction;
  const length = duration && words.term(duration);
  if (kind === "trial") {
    return <>{length ? t("chooser.trial", { duration: length }) : t("chooser.trialOpen")}</>;
  }
  if (!length || !price) return <>{t("chooser.discountOpen")}</>;
  return <>{t.rich("chooser.discount", { duration: length, price: () => <Money value={price} /> })}</>;
}
