import { cva, type VariantProps } from "class-variance-authority";
import { cn } from "@/components/ui/cn";

const variants = cva(
  "relative inline-flex shrink-0 items-center justify-center gap-1.5 rounded font-medium whitespace-nowrap select-none transition-colors duration-100 aria-disabled:opacity-55 disabled:opacity-55 disabled:cursor-not-allowed [&_svg]:size-4 [&_svg]:shrink-0",
  {
    variants: {
      variant: {
        primary:
          "bg-accent text-accent-text not-aria-disabled:hover:bg-accent-hover not-aria-disabled:active:bg-accent-hover not-aria-disabled:active:scale-[0.985]",
        secondary:
          "border border-line-strong/55 bg-surface-0 text-1 not-aria-disabled:hover:border-line-strong not-aria-disabled:hover:bg-surface-1 not-aria-disabled:active:bg-surface-2",
        ghost:
          "text-2 not-aria-disabled:hover:bg-surface-2 not-aria-disabled:hover:text-1 not-aria-disabled:active:bg-surface-2 aria-expanded:bg-surface-2",
        danger:
          "bg-danger-solid text-danger-contrast not-aria-disabled:hover:bg-danger-hover not-aria-disabled:active:bg-danger-hover not-aria-disabled:active:scale-[0.985]",
        link: "text-1 underline decoration-line-strong underline-offset-3 hover:decoration-current",
      },
      size: {
        sm: "h-7 px-2.5 text-table pointer-coarse:h-9",
        md: "h-8 px-3 text-body pointer-coarse:h-10",
        lg: "h-10 px-4 text-body",
        icon: "size-8 pointer-coarse:size-10",
        "icon-sm": "size-7 pointer-coarse:size-9",
      },
    },
    compoundVariants: [{ variant: "link", class: "h-auto min-h-6 px-0 pointer-coarse:h-auto" }],
    defaultVariants: { variant: "secondary", size: "md" },
  },
);

export type ButtonLook = VariantProps<typeof variants>;

/** The look of a button, for anything that is one to the eye: a button, or a link that starts something. */
export function buttonClass(look: ButtonLook = {}, className?: string): string {
  return cn(variants(look), className);
}
