"use client";

import { Banner } from "@/components/ui/banner";
import { ButtonLink } from "@/components/ui/button-link";
import { useTranslations } from "@/lib/i18n/use-translations";
import type { OrderProblem } from "@/lib/orders/order-errors";
import { routes } from "@/lib/routes";

/** What went wrong in plain words, what to do, and Ion's own code and sentence to quote. */
export function OrderProblems({
  problems,
  customerId,
}: {
  problems: readonly OrderProblem[];
  customerId: string;
}) {
  const t = useTranslations("orders");
  return problems.map((problem) => (
    <Banner
      key={`${problem.code} ${problem.detail}`}
      tone="danger"
      title={t(`problems.${problem.cause}.title`)}
      action={<NextStep cause={problem.cause} customerId={customerId} />}
    >
      <p>{t(`problems.${problem.cause}.help`)}</p>
      {problem.detail && <p className="mt-1">{t("lead.ionSays", { text: problem.detail })}</p>}
      {problem.code && (
        <p className="mt-1 text-caption">
          {t.rich("ionCode", {
            code: () => <code className="font-mono select-all">{problem.code}</code>,
          })}
        </p>
      )}
    </Banner>
  ));
}

function NextStep({ cause, customerId }: { cause: OrderProblem["cause"]; customerId: string }) {
  const t = useTranslations("orders.problemActions");
  switch (cause) {
    case "address":
      return (
        <ButtonLink size="sm" href={routes.editCustomer(customerId)}>
          {t("editCustomer")}
        </ButtonLink>
      );
    case "duplicate":
    case "vendorSilent":
    case "unknown":
      return (
        <ButtonLink size="sm" href={routes.customerSubscriptions(customerId)}>
          {t("subscriptions")}
        </ButtonLink>
      );
    case "credit":
    case "access":
    case "tenant":
      return null;
    default:
      return (
        <ButtonLink size="sm" href={routes.catalog()}>
          {t("openCatalog")}
        </ButtonLink>
      );
  }
}
