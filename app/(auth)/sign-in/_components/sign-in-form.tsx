"use client";

import { signIn } from "next-auth/react";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { useTranslations } from "@/lib/i18n/use-translations";

type Problem = "missing" | "refused" | "tooMany" | "unreachable";

/** E-mail and password. The same words for a wrong name and a wrong password; what was typed stays. */
export function SignInForm({ next }: { next: string }) {
  const t = useTranslations("auth");
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<Problem>();

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const email = String(data.get("email") ?? "").trim();
    const password = String(data.get("password") ?? "");
    if (!email || !password) return setProblem("missing");
    setPending(true);
    setProblem(undefined);
    const answer = await signIn("credentials", { email, password, redirect: false }).catch(() => undefined);
    // A full load, so that nothing of the signed-out visit lives on in the browser.
    if (answer?.ok) return window.location.assign(next);
    setPending(false);
    setProblem(answer ? (answer.error === "TOO_MANY_ATTEMPTS" ? "tooMany" : "refused") : "unreachable");
  }

  return (
    <form onSubmit={submit} noValidate className="grid gap-4">
      <div role="alert" className="empty:hidden rounded bg-danger-soft px-3 py-2 text-table text-danger-text">
        {problem && t(problem)}
      </div>
      <Field label={t("email")}>
        <Input name="email" type="email" autoComplete="username" autoFocus />
      </Field>
      <Field label={t("password")}>
        <Input name="password" type="password" autoComplete="current-password" />
      </Field>
      <Button type="submit" variant="primary" pending={pending} className="w-full">
        {pending ? t("signingIn") : t("signIn")}
      </Button>
    </form>
  );
}
