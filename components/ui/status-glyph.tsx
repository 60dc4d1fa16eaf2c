import { cn } from "@/components/ui/cn";
import { solidClass, type Tone } from "@/components/ui/tone";

const shapes: Record<Tone, React.ReactNode> = {
  neutral: <circle cx="6" cy="6" r="3.5" fill="none" stroke="currentColor" strokeWidth="1.5" />,
  ok: <circle cx="6" cy="6" r="4" fill="currentColor" />,
  waiting: (
    <>
      <circle cx="6" cy="6" r="4" fill="none" stroke="currentColor" strokeWidth="1.5" />
      <path d="M6 2a4 4 0 0 1 0 8Z" fill="currentColor" />
    </>
  ),
  attention: <path d="M6 1.2 11.2 10.4H.8Z" fill="currentColor" strokeLinejoin="round" />,
  danger: <path d="M6 .8 11.2 6 6 11.2.8 6Z" fill="currentColor" />,
  info: <rect x="2" y="2" width="8" height="8" rx="1.5" fill="currentColor" />,
};

/** The mark of a state. Each tone has a shape of its own, so the mark reads without its colour; words stand beside it. */
export function StatusGlyph({ tone, className }: { tone: Tone; className?: string }) {
  return (
    <svg
      viewBox="0 0 12 12"
      aria-hidden="true"
      className={cn("size-2.5 shrink-0", solidClass[tone], className)}
    >
      {shapes[tone]}
    </svg>
  );
}
