"use client";

import { useFormatter } from "next-intl";
import { useState } from "react";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Section } from "@/components/ui/section";
import { useTranslations } from "@/lib/i18n/use-translations";
import type { Order } from "@/lib/orders/order-schemas";
import type { ShownCredentials } from "@/lib/orders/show-credentials";
import type { UserFacingError } from "@/lib/user-facing";
import { showCredentialsAction } from "../actions";
import { CredentialValues } from "./credential-values";

/**
 * The new tenant's administrator: shown once to the person who ordered. The password lives in this component only, and
 * is gone with it.
 */
export function CredentialsPanel({ order }: { order: Order }) {
  const t = useTranslations("orders.credentials");
  const format = useFormatter();
  const [shown, setShown] = useState<ShownCredentials | null>(null);
  const [problem, setProblem] = useState<UserFacingError | null>(null);
  const [asking, setAsking] = useState(false);
  const [kept, setKept] = useState(false);
  const { credentials, customerId, id } = order;
  if (credentials.state === "none" && !shown) return null;

  const show = async () => {
    setProblem(null);
    const result = await showCredentialsAction({ customerId, orderId: id }).catch(() => null);
    if (result?.ok) {
      setShown(result.data);
      return true;
    }
    setProblem(result?.error ?? { code: "OFFLINE", message: t("unreachable"), reference: "" });
    return false;
  };
  return (
    <Section title={t("title")}>
      {shown ? (
        <CredentialValues
          credentials={shown}
          onKept={() => {
            setShown(null);
            setKept(true);
          }}
        />
      ) : kept ? (
        <p
          // The button that was pressed is gone; reading goes on here.
          ref={(element) => element?.focus()}
          tabIndex={-1}
          className="text-table text-2 outline-none"
        >
          {t("gone")}
        </p>
      ) : credentials.state === "available" ? (
        <div className="grid justify-items-start gap-3">
          <p className="max-w-prose text-table text-2">{t("text")}</p>
          <ConfirmDialog
            trigger={<Button>{t("show")}</Button>}
            open={asking}
            onOpenChange={setAsking}
            title={t("confirmTitle")}
            description={t("confirmText")}
            confirmLabel={t("confirm")}
            cancelLabel={t("later")}
            onConfirm={show}
          >
            {problem && (
              <Banner tone="danger" live="assertive" reference={problem.reference || null}>
                {problem.message}
              </Banner>
            )}
          </ConfirmDialog>
        </div>
      ) : (
        <p className="max-w-prose text-table text-2">
          {credentials.state === "shown" &&
            t("shown", { time: format.dateTime(new Date(credentials.at), { dateStyle: "medium" }) })}
          {credentials.state === "others" &&
            (credentials.by ? t("othersBy", { name: credentials.by }) : t("others"))}
        </p>
      )}
    </Section>
  );
}
