import { useTranslations } from "next-intl";
import { RelativeTime } from "@/components/ui/relative-time";
import { StatusGlyph } from "@/components/ui/status-glyph";

/** How new something is that is shown: read from Ion just now, kept while Ion is asked, or kept since it stays silent. */
export type Seen = { state: "live" | "asking" | "silent"; asOf: string };

/** Says how new the page is, in one line that is always there. */
export function SeenNote({ seen: { state, asOf } }: { seen: Seen }) {
  const t = useTranslations("ion.seen");
  return (
    <p
      className="flex min-h-5 items-start gap-1.5 text-caption text-3"
      {...(state === "silent" ? { role: "status" } : {})}
    >
      {state === "silent" && <StatusGlyph tone="attention" />}
      <span className={state === "silent" ? "text-attention-text" : undefined}>
        {t.rich(state, { time: () => <RelativeTime value={asOf} /> })}
      </span>
    </p>
  );
}
