import { cn } from "@/components/ui/cn";

export type ButtonLook = {
  variant?: "primary" | "secondary" | "ghost" | "danger" | "link" | undefined;
  size?: "sm" | "md" | "lg" | "icon" | "icon-sm" | undefined;
};

/** The look of a button (button.css), for anything that is one to the eye: a button, or a link that starts something. */
export function buttonClass(
  { variant = "secondary", size = "md" }: ButtonLook = {},
  className?: string,
): string {
  return cn(`btn btn-${size} btn-${variant}`, className);
}
