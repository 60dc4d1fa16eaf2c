import type { ReactNode } from "react";
import { cn } from "@/components/ui/cn";
import { Icon } from "@/components/ui/icon";
import { Spinner } from "@/components/ui/spinner";
import { useTranslations } from "@/lib/i18n/use-translations";

export type TimelineStep = {
  id: string;
  title: ReactNode;
  /** When it happened, or since when it goes on. */
  time?: ReactNode;
  description?: ReactNode;
  state: "done" | "current" | "upcoming" | "failed" | "attention";
};

const marks: Record<TimelineStep["state"], ReactNode> = {
  done: <Icon name="icon-heavy-check" className="size-3" />,
  current: <Spinner className="size-3.5" />,
  upcoming: <span className="size-1.5 rounded-full bg-line-strong" />,
  failed: <Icon name="icon-heavy-x" className="size-3" />,
  attention: <span className="text-caption font-semibold">!</span>,
};

const grounds: Record<TimelineStep["state"], string> = {
  done: "bg-ok-soft text-ok-text",
  current: "bg-waiting-soft text-waiting-text",
  upcoming: "bg-surface-2",
  failed: "bg-danger-soft text-danger-text",
  attention: "bg-attention-soft text-attention-text",
};

/** The life of a thing from top to bottom: what happened, what goes on now, what comes. */
export function Timeline({ label, steps }: { label: string; steps: readonly TimelineStep[] }) {
  const t = useTranslations("common");
  const words: Record<TimelineStep["state"], string> = {
    done: t("stepDone"),
    current: t("stepCurrent"),
    upcoming: t("stepUpcoming"),
    failed: t("stepFailed"),
    attention: t("stepAttention"),
  };
  return (
    <ol aria-label={label} className="grid">
      {steps.map((step) => (
        <li
          key={step.id}
          aria-current={step.state === "current" ? "step" : undefined}
          className="group relative grid grid-cols-[1.25rem_minmax(0,1fr)] gap-x-3 pb-4 last:pb-0"
        >
          <span
            aria-hidden="true"
            className="absolute top-5.5 bottom-0.5 left-[calc(0.625rem-0.5px)] w-px bg-line group-last:hidden"
          />
          <span
            aria-hidden="true"
            className={cn("grid size-5 place-items-center rounded-full", grounds[step.state])}
          >
            {marks[step.state]}
          </span>
          <div className="min-w-0">
            <p className="flex flex-wrap items-baseline justify-between gap-x-4">
              <span className={step.state === "upcoming" ? "text-3" : "font-medium"}>
                <span className="sr-only">{words[step.state]}: </span>
                {step.title}
              </span>
              {step.time && <span className="text-caption text-3">{step.time}</span>}
            </p>
            {step.description && <div className="mt-0.5 text-table text-2">{step.description}</div>}
          </div>
        </li>
      ))}
    </ol>
  );
}
