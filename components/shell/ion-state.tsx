"use client";

import { useState } from "react";
import { LiveRegion } from "@/components/ui/live-region";
import { RelativeTime } from "@/components/ui/relative-time";
import { StatusGlyph } from "@/components/ui/status-glyph";
import type { Tone } from "@/components/ui/tone";
import { Tooltip } from "@/components/ui/tooltip";
import { useTranslations } from "@/lib/i18n/use-translations";

export type IonStateName = "ok" | "slow" | "down" | "lost" | "unknown";

const tones: Record<IonStateName, Tone> = {
  ok: "ok",
  slow: "attention",
  down: "danger",
  lost: "danger",
  unknown: "neutral",
};

/**
 * How Ion is doing: a small mark while all is well, with words beside it when it is not, and the whole sentence on
 * hover, focus or tap. `since` is the ISO time of what it was judged by. A change is read out.
 */
export function IonState({ state, since }: { state: IonStateName; since?: string | null }) {
  const t = useTranslations("shell");
  const [first] = useState(state);
  const [changed, setChanged] = useState(false);
  if (state !== first && !changed) setChanged(true);
  const quiet = state === "ok" || state === "unknown";
  return (
    <>
      <Tooltip
        side="bottom"
        openOnPress
        text={
          <>
            {t(`ionState.${state}`)}
            {since && (
              <>
                {" · "}
                <RelativeTime value={since} />
              </>
            )}
          </>
        }
      >
        <button
          type="button"
          className="flex h-8 min-w-8 shrink-0 items-center justify-center gap-1.5 rounded px-2 text-table text-2 hover:bg-surface-2 pointer-coarse:h-10 pointer-coarse:min-w-10"
        >
          <StatusGlyph tone={tones[state]} />
          <span className={quiet ? "sr-only" : "sr-only lg:not-sr-only"}>{t(`ionStateShort.${state}`)}</span>
        </button>
      </Tooltip>
      <LiveRegion>{changed ? t(`ionState.${state}`) : null}</LiveRegion>
    </>
  );
}
