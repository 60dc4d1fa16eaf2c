import { cn } from "@/components/ui/cn";
import { Elapsed } from "@/components/ui/elapsed";
import { StatusGlyph } from "@/components/ui/status-glyph";
import { softClass, type Tone } from "@/components/ui/tone";

/**
 * A state: mark, word, and for what moves since when ("Provisioning · 3 min"). `since` is an ISO time. `plain` leaves
 * out the coloured ground, for tables in which every row has a state.
 */
export function StatusBadge({
  tone,
  since,
  plain = false,
  className,
  children,
}: {
  tone: Tone;
  since?: string;
  plain?: boolean;
  className?: string;
  children: string;
}) {
  return (
    <span
      className={cn(
        "inline-flex items-center gap-1.5 align-middle whitespace-nowrap",
        plain ? "text-1" : cn("h-5 rounded-sm px-1.5 text-caption font-medium", softClass[tone]),
        className,
      )}
    >
      <StatusGlyph tone={tone} />
      {since ? (
        <span>
          {children}
          <span className={plain ? "text-3" : undefined}>
            {" · "}
            <Elapsed since={since} />
          </span>
        </span>
      ) : (
        children
      )}
    </span>
  );
}
