import { Reference } from "@/components/ui/reference";
import { RelativeTime } from "@/components/ui/relative-time";
import { StatusGlyph } from "@/components/ui/status-glyph";
import { useTranslations } from "@/lib/i18n/use-translations";

/**
 * How new something is that is shown: read from Ion just now, kept while Ion is asked, or kept since Ion stays silent or,
 * with `problem`, answered something else.
 */
export type Seen = {
  state: "live" | "asking" | "silent";
  asOf: string;
  problem?: { message: string; reference: string };
};

/** Says how new the page is, in a line that is always there. */
export function SeenNote({ seen: { state, asOf, problem } }: { seen: Seen }) {
  const t = useTranslations("ion.seen");
  const time = () => <RelativeTime value={asOf} />;
  if (state !== "silent") {
    return <p className="min-h-5 text-caption text-3">{t.rich(state, { time })}</p>;
  }
  return (
    <div role="status" className="flex min-h-5 items-start gap-1.5 text-caption text-attention-text">
      <span className="mt-0.5">
        <StatusGlyph tone="attention" />
      </span>
      <div className="grid gap-0.5">
        <p>{t.rich(problem ? "kept" : "silent", { time })}</p>
        {problem && (
          <>
            <p>{problem.message}</p>
            <Reference value={problem.reference} />
          </>
        )}
      </div>
    </div>
  );
}
