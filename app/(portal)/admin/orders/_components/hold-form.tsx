"use client";

import { useState, useTransition } from "react";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Section } from "@/components/ui/section";
import { toast } from "@/components/ui/toast-store";
import { useTranslations } from "@/lib/i18n/use-translations";
import type { OrderSettings } from "@/lib/orders/order-settings-schemas";
import type { UserFacingError } from "@/lib/user-facing";
import { saveOrderSettingsAction } from "../actions";

/** How long confirmed orders are held before they are sent. */
export function HoldForm({ initial }: { initial: OrderSettings }) {
  const t = useTranslations("outbox.settings");
  const errors = useTranslations("errors");
  const [seconds, setSeconds] = useState(String(initial.holdSeconds));
  const [error, setError] = useState<Pick<UserFacingError, "message" | "reference" | "fieldErrors">>();
  const [pending, startTransition] = useTransition();
  const fieldError = error?.fieldErrors?.holdSeconds?.[0];
  const save = () =>
    startTransition(async () => {
      const result = await saveOrderSettingsAction({ holdSeconds: seconds }).catch(() => undefined);
      if (result?.ok) {
        setError(undefined);
        setSeconds(String(result.data.holdSeconds));
        toast({ title: t("saved") });
      } else setError(result?.error ?? { message: errors("OFFLINE"), reference: "" });
    });
  return (
    <Section title={t("holdTitle")}>
      <form
        className="grid max-w-xl justify-items-start gap-4"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        {error && !fieldError && (
          <Banner tone="danger" live="assertive" reference={error.reference || null}>
            {error.message}
          </Banner>
        )}
        <Field label={t("hold")} help={t("holdHelp")} error={fieldError}>
          <span className="flex items-center gap-2">
            <Input
              inputMode="numeric"
              value={seconds}
              onChange={(event) => setSeconds(event.target.value)}
              className="w-24 text-right tabular-nums"
            />
            <span className="text-2">{t("holdUnit")}</span>
          </span>
        </Field>
        <Button type="submit" variant="primary" pending={pending}>
          {t("save")}
        </Button>
      </form>
    </Section>
  );
}
