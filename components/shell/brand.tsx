import { cn } from "@/components/ui/cn";
import { Link } from "@/components/ui/link";

/** The portal's mark: a ring that turns round a point, as ions do. */
export function BrandMark({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 20 20" aria-hidden="true" className={cn("size-5 shrink-0 text-accent", className)}>
      <ellipse
        cx="10"
        cy="10"
        rx="8.5"
        ry="4.4"
        transform="rotate(-38 10 10)"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.75"
      />
      <circle cx="10" cy="10" r="2.6" fill="currentColor" />
      <circle cx="16.1" cy="4.1" r="1.7" fill="currentColor" />
    </svg>
  );
}

/** Mark and name, leading home. */
export function Brand({ href, name, iconOnly = false }: { href: string; name: string; iconOnly?: boolean }) {
  return (
    <Link href={href} className="flex h-8 min-w-0 items-center gap-2 rounded px-1.5 -outline-offset-2">
      <BrandMark />
      <span className={iconOnly ? "sr-only" : "truncate font-semibold tracking-[-0.01em]"}>{name}</span>
    </Link>
  );
}
