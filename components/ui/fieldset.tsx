"use client";

import { type ReactNode, useId } from "react";
import { cn } from "@/components/ui/cn";
import { FieldError } from "@/components/ui/field";
import { useTranslations } from "@/lib/i18n/use-translations";

/** Several controls that answer one question (radio buttons, checkboxes, an address). */
export function Fieldset({
  legend,
  help,
  error,
  optional = false,
  className,
  children,
}: {
  legend: ReactNode;
  help?: ReactNode;
  error?: ReactNode;
  optional?: boolean;
  className?: string;
  children: ReactNode;
}) {
  const t = useTranslations("common");
  const id = useId();
  const described = [help && `${id}-help`, error && `${id}-error`].filter(Boolean).join(" ");
  return (
    <fieldset aria-describedby={described || undefined} className={cn("grid gap-1.5", className)}>
      <legend className="mb-1 text-table font-medium text-1">
        {legend}
        {optional && <span className="font-normal text-3"> {t("optionalMark")}</span>}
      </legend>
      {help && (
        <p id={`${id}-help`} className="text-caption text-3">
          {help}
        </p>
      )}
      {children}
      {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
    </fieldset>
  );
}
