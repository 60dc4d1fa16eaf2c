"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef } from "react";
import { useLeaveWarning } from "@/components/forms/use-leave-warning";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import type { CreatedCustomer } from "@/lib/customers/create-customer";
import { useTranslations } from "@/lib/i18n/use-translations";
import { routes } from "@/lib/routes";

/** Says that the customer is there, and shows its first user's password for as long as this page is open. */
export function CreatedPanel({ created, onAnother }: { created: CreatedCustomer; onAnother: () => void }) {
  const t = useTranslations("customers.created");
  const router = useRouter();
  const { credentials, organization, customerId } = created;
  const heading = useRef<HTMLHeadingElement>(null);
  // What the person was looking at is gone; the news takes the focus.
  useEffect(() => {
    heading.current?.focus();
    window.scrollTo({ top: 0 });
  }, []);
  useLeaveWarning(credentials !== null, t("leaveWarning"));
  return (
    <section aria-labelledby="created" className="grid max-w-2xl gap-5">
      <div className="grid gap-1">
        <h2
          id="created"
          ref={heading}
          tabIndex={-1}
          className="text-heading font-semibold break-words outline-none"
        >
          {t("title", { organization })}
        </h2>
        {credentials && <p className="text-2">{t("lead")}</p>}
      </div>
      {credentials && (
        <>
          <dl className="grid gap-3 rounded border border-line p-4">
            {credentials.userName && (
              <Credential label={t("userName")} value={credentials.userName} copyLabel={t("copyUserName")} />
            )}
            <Credential label={t("email")} value={created.email} copyLabel={t("copyEmail")} />
            <Credential label={t("password")} value={credentials.password} copyLabel={t("copyPassword")} />
          </dl>
          <Banner tone="attention">{t("warning")}</Banner>
        </>
      )}
      {!credentials && (
        <Banner tone="attention">{created.answerLost ? t("answerLost") : t("noPassword")}</Banner>
      )}
      {created.assignmentsFailed && <Banner tone="attention">{t("assignmentsFailed")}</Banner>}
      <div className="flex flex-wrap gap-2">
        <Button
          variant="primary"
          onClick={() => router.push(routes.customer(customerId))}
          className="max-w-full"
        >
          <span className="truncate">{t("open", { organization })}</span>
        </Button>
        <Button onClick={onAnother}>{t("another")}</Button>
      </div>
    </section>
  );
}

function Credential({ label, value, copyLabel }: { label: string; value: string; copyLabel: string }) {
  return (
    <div className="grid grid-cols-[8rem_minmax(0,1fr)] items-center gap-2 max-sm:grid-cols-1">
      <dt className="text-table text-3">{label}</dt>
      <dd className="flex items-center justify-between gap-2">
        <span className="min-w-0 font-mono break-all select-all">{value}</span>
        <CopyButton value={value} label={copyLabel} iconOnly={false} />
      </dd>
    </div>
  );
}
