"use client";

import { useFormStatus } from "react-dom";
import { Button, type ButtonProps } from "@/components/ui/button";

/** Submits the form around it and shows that the form's action is running. */
export function SubmitButton({ variant = "primary", pending = false, ...rest }: ButtonProps) {
  const status = useFormStatus();
  return <Button {...rest} variant={variant} type="submit" pending={pending || status.pending} />;
}
