"use client";

import { type FormEvent, useRef, useState } from "react";
import { Banner } from "@/components/ui/banner";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { SubmitButton } from "@/components/ui/submit-button";
import { toast } from "@/components/ui/toast-store";
import type { ConnectionDetails } from "@/lib/connection/schemas";
import { useTranslations } from "@/lib/i18n/use-translations";
import type { UserFacingError } from "@/lib/user-facing";
import { replaceTokenAction } from "../actions";

/**
 * A field for a refresh token. What is in it goes to the server once and comes back from nowhere: it is emptied when it was
 * taken, and stays in the field only while it was refused.
 */
export function PasteToken({ onChanged }: { onChanged: (details: ConnectionDetails | null) => void }) {
  const t = useTranslations("connection.paste");
  const field = useRef<HTMLInputElement>(null);
  const [pending, setPending] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const [problem, setProblem] = useState<Pick<UserFacingError, "message" | "reference"> | null>(null);
  const [kept, setKept] = useState(false);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (pending) return;
    setPending(true);
    setError(null);
    setProblem(null);
    setKept(false);
    const refreshToken = field.current?.value ?? "";
    const result = await replaceTokenAction({ refreshToken }).catch(() => null);
    setPending(false);
    if (!result?.ok) {
      const [sentence] = result?.error.fieldErrors?.refreshToken ?? [];
      if (sentence) setError(sentence);
      else setProblem(result?.error ?? { message: t("unreachable"), reference: "" });
      onChanged(null);
      field.current?.focus();
      return;
    }
    if (field.current) field.current.value = "";
    onChanged(result.data.details);
    if (result.data.tried) toast({ title: t("done") });
    else setKept(true);
  }

  return (
    <form onSubmit={submit} noValidate autoComplete="off" className="grid max-w-xl gap-3">
      <Field label={t("label")} help={t("steps")} error={error}>
        <Input
          ref={field}
          type="password"
          autoComplete="off"
          spellCheck={false}
          autoCapitalize="none"
          data-1p-ignore=""
          data-lpignore="true"
          onChange={() => setError(null)}
        />
      </Field>
      <div role="status" className="sr-only">
        {pending ? t("pending") : null}
      </div>
      {problem && (
        <Banner tone="danger" live="assertive" reference={problem.reference || null}>
          {problem.message}
        </Banner>
      )}
      {kept && (
        <Banner tone="attention" live="polite">
          {t("kept")}
        </Banner>
      )}
      <div>
        <SubmitButton pending={pending}>{t("button")}</SubmitButton>
      </div>
    </form>
  );
}
