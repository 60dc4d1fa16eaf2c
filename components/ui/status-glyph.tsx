import { cn } from "@/components/ui/cn";
import { solidClass, type Tone } from "@/components/ui/tone";

/** The mark of a state. Each tone has a shape of its own, so the mark reads without its colour; words stand beside it. */
export function StatusGlyph({ tone, className }: { tone: Tone; className?: string }) {
  return (
    <span aria-hidden="true" className={cn(`state state-${tone} size-2.5`, solidClass[tone], className)} />
  );
}
