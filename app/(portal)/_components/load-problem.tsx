"use client";

import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { Button } from "@/components/ui/button";
import { ErrorState } from "@/components/ui/error-state";
import { useTranslations } from "@/lib/i18n/use-translations";

/** Stands where a page's data could not be read: what is true, the reference, and a way to try again. */
export function LoadProblem({ error }: { error: { message: string; reference: string } }) {
  const t = useTranslations("errors");
  const router = useRouter();
  const [pending, startTransition] = useTransition();
  return (
    <ErrorState
      title={t("loadTitle")}
      description={error.message}
      reference={error.reference}
      action={
        <Button pending={pending} onClick={() => startTransition(() => router.refresh())}>
          {t("tryAgain")}
        </Button>
      }
    />
  );
}
