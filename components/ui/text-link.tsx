import type { ComponentProps } from "react";
import { cn } from "@/components/ui/cn";
import { Link } from "@/components/ui/link";

/** A link inside text: in the colour of its text, underlined. */
export function TextLink({ className, ...rest }: ComponentProps<typeof Link>) {
  return (
    <Link
      {...rest}
      className={cn(
        "rounded-sm underline decoration-line-strong decoration-1 underline-offset-3 hover:decoration-current",
        className,
      )}
    />
  );
}
