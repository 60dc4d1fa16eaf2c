"use client";

import { useRouter } from "next/navigation";
import { useFormatter } from "next-intl";
import { useState } from "react";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Icon } from "@/components/ui/icon";
import { RelativeTime } from "@/components/ui/relative-time";
import { toast } from "@/components/ui/toast-store";
import { useTranslations } from "@/lib/i18n/use-translations";
import type { SyncDecision, SyncRunView } from "@/lib/mirror/sync-schemas";
import { decideSyncRunAction } from "../actions";
import { Difference } from "./difference";

/** A pass whose difference is not believed: what it would change, and the two ways to go on. */
export function HeldRun({ run, onDecided }: { run: SyncRunView; onDecided: () => void }) {
  const t = useTranslations("sync.held");
  const list = useTranslations("sync.admin.resource")(run.resource);
  return (
    <section
      aria-labelledby={`held-${run.id}`}
      className="grid gap-4 rounded border border-attention/50 bg-attention-soft px-4 py-4"
    >
      <div className="flex gap-2.5">
        <Icon name="icon-triangle-alert" className="mt-0.5 text-attention" />
        <div className="grid gap-1">
          <h3 id={`held-${run.id}`} className="font-medium">
            {t("title", { list })}
          </h3>
          <p className="max-w-prose text-table text-2">
            {t.rich("text", { time: () => <RelativeTime value={run.startedAt} /> })}
          </p>
        </div>
      </div>
      {run.difference && <Difference resource={run.resource} difference={run.difference} />}
      <div className="flex flex-wrap gap-2">
        <Decision decision="discard" run={run} list={list} onDecided={onDecided} />
        <Decision decision="apply" run={run} list={list} onDecided={onDecided} />
      </div>
    </section>
  );
}

function Decision({
  decision,
  run,
  list,
  onDecided,
}: {
  decision: SyncDecision;
  run: SyncRunView;
  list: string;
  onDecided: () => void;
}) {
  const t = useTranslations(`sync.held.${decision}`);
  const format = useFormatter();
  const router = useRouter();
  const [problem, setProblem] = useState<string | null>(null);
  const decide = async () => {
    setProblem(null);
    const result = await decideSyncRunAction({ runId: run.id, decision }).catch(() => null);
    if (!result?.ok) {
      setProblem(result?.error.message ?? t("failed"));
      return false;
    }
    toast({ title: t("done", { list }) });
    onDecided();
    router.refresh();
    return true;
  };
  const changes = (run.difference?.changed ?? 0) + (run.difference?.missing ?? 0);
  return (
    <ConfirmDialog
      trigger={<Button variant={decision === "discard" ? "primary" : "secondary"}>{t("button")}</Button>}
      title={t("confirmTitle", { list })}
      description={t("confirmText", { count: format.number(changes) })}
      confirmLabel={t("button")}
      danger={decision === "apply"}
      onConfirm={decide}
    >
      {problem && (
        <Banner tone="danger" live="assertive">
          {problem}
        </Banner>
      )}
    </ConfirmDialog>
  );
}
