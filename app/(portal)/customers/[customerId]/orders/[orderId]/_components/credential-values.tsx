"use client";

import { useEffect, useRef } from "react";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import { DescriptionList, Fact } from "@/components/ui/description-list";
import { useTranslations } from "@/lib/i18n/use-translations";
import type { ShownCredentials } from "@/lib/orders/show-credentials";

/** Name and password, to be copied before they are gone. Leaving the page by accident asks first. */
export function CredentialValues({
  credentials,
  onKept,
}: {
  credentials: ShownCredentials;
  onKept: () => void;
}) {
  const t = useTranslations("orders.credentials");
  const panel = useRef<HTMLDivElement>(null);
  useEffect(() => {
    panel.current?.focus();
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", warn);
    return () => window.removeEventListener("beforeunload", warn);
  }, []);
  return (
    <div ref={panel} tabIndex={-1} className="grid justify-items-start gap-3 outline-none">
      <Banner tone="attention" className="w-full">
        {t("vanish")}
      </Banner>
      {credentials.map(({ userName, password }) => (
        <DescriptionList key={password} className="w-full max-w-md">
          {userName && (
            <Fact label={t("userName")}>
              <Value value={userName} copyLabel={t("copyUserName")} />
            </Fact>
          )}
          <Fact label={t("password")}>
            <Value value={password} copyLabel={t("copyPassword")} />
          </Fact>
        </DescriptionList>
      ))}
      <Button onClick={onKept}>{t("hide")}</Button>
    </div>
  );
}

function Value({ value, copyLabel }: { value: string; copyLabel: string }) {
  return (
    <span className="flex items-center gap-1">
      <code className="min-w-0 font-mono break-all select-all">{value}</code>
      <CopyButton value={value} label={copyLabel} className="-my-1 shrink-0" />
    </span>
  );
}
