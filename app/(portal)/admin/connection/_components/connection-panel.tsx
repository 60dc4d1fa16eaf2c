"use client";

import { useState } from "react";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { DateTime } from "@/components/ui/date-time";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { StatusBadge } from "@/components/ui/status-badge";
import { toast } from "@/components/ui/toast-store";
import type { Tone } from "@/components/ui/tone";
import type { ActionResult } from "@/lib/action";
import type { ConnectionDetails } from "@/lib/connection/schemas";
import { useTranslations } from "@/lib/i18n/use-translations";
import type { UserFacingError } from "@/lib/user-facing";
import { renewConnectionAction, testConnectionAction } from "../actions";
import { IonAnswers, TestedWhen } from "./ion-answers";
import { PasteToken } from "./paste-token";
import { TokenFacts } from "./token-facts";
import { useConnectionDetails } from "./use-connection-details";

const tones: Record<ConnectionDetails["state"], Tone> = {
  none: "neutral",
  ok: "ok",
  expiring: "attention",
  lost: "danger",
};

const LOST: ReadonlySet<string> = new Set(["ION_CONNECTION_LOST", "CONNECTION_LOST"]);

type Command = "test" | "renew";
type Problem = Pick<UserFacingError, "message" | "reference"> & { of: Command };

/** The account's connection to Ion: its state, what can be done about it, and what came of that. */
export function ConnectionPanel({ initial }: { initial: ConnectionDetails }) {
  const t = useTranslations("connection");
  const { details, failed, show } = useConnectionDetails(initial);
  const [running, setRunning] = useState<Command | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const { state } = details;

  async function run(of: Command, action: () => Promise<ActionResult<ConnectionDetails>>) {
    setRunning(of);
    setProblem(null);
    const result = await action().catch(() => null);
    setRunning(null);
    show(result?.ok ? result.data : null);
    if (result?.ok) return toast({ title: t(`${of}.done`) });
    // The page's own state says this, and what to do.
    if (result && LOST.has(result.error.code)) return;
    setProblem({ of, ...(result?.error ?? { message: t(`${of}.unreachable`), reference: "" }) });
  }

  return (
    <>
      <PageHeader
        title={t("title")}
        badge={<StatusBadge tone={tones[state]}>{t(`state.${state}`)}</StatusBadge>}
        facts={t("facts", { account: details.ionAccountId })}
        actions={
          <>
            <Button
              pending={running === "renew"}
              onClick={() => run("renew", renewConnectionAction)}
              {...(state === "lost" || state === "none" ? { disabledReason: t(`renew.${state}`) } : {})}
            >
              {t("renew.button")}
            </Button>
            <Button pending={running === "test"} onClick={() => run("test", testConnectionAction)}>
              {t("test.button")}
            </Button>
          </>
        }
      />
      <div className="grid gap-8">
        <div className="grid gap-3 empty:hidden">
          {failed && (
            <Banner tone="attention" live="polite">
              {t("notLive")}
            </Banner>
          )}
          {problem && (
            <Banner tone="danger" live="assertive" reference={problem.reference || null}>
              {problem.message}
            </Banner>
          )}
          {state !== "ok" && (
            <Banner tone={state === "lost" ? "danger" : "attention"} live="polite">
              <StateSentence details={details} />
            </Banner>
          )}
        </div>
        <Section title={t("tokens")} {...(state === "ok" ? { description: t("sentence.ok") } : {})}>
          <TokenFacts details={details} />
        </Section>
        <Section title={t("answers")} description={<TestedWhen check={details.check} />}>
          <IonAnswers details={details} />
        </Section>
        <Section title={t("paste.title")} description={t("paste.text")}>
          <PasteToken onChanged={show} />
        </Section>
      </div>
    </>
  );
}

function StateSentence({ details: { state, why, worksUntil } }: { details: ConnectionDetails }) {
  const t = useTranslations("connection.sentence");
  if (state === "expiring") return t(why === "few-days" ? "fewDays" : "renewalFails");
  if (state !== "lost") return t(state);
  if (worksUntil === null) return t("lost");
  return t.rich("lostWorks", { time: () => <DateTime value={worksUntil} /> });
}
