"use client";

import { type ReactNode, useId } from "react";
import { cn } from "@/components/ui/cn";
import { FieldContext } from "@/components/ui/field-context";
import { Icon } from "@/components/ui/icon";
import { Label } from "@/components/ui/label";
import { useTranslations } from "@/lib/i18n/use-translations";

/** The line under a control that says what is wrong with it. */
export function FieldError({ id, children }: { id?: string; children: ReactNode }) {
  return (
    <p id={id} className="flex items-start gap-1 text-caption text-danger-text">
      <Icon name="icon-circle-alert" className="mt-px size-3.5" />
      <span className="min-w-0 break-words">{children}</span>
    </p>
  );
}

/**
 * One labelled control: label above, help under the label, error under the control. The control (Input, Select, Textarea …) finds its
 * id and its descriptions by itself. Required is the rule; `optional` marks the exception.
 */
export function Field({
  label,
  help,
  error,
  optional = false,
  id,
  className,
  children,
}: {
  label: ReactNode;
  help?: ReactNode;
  error?: ReactNode;
  optional?: boolean;
  /** The control's id, when links have to reach it (an error summary); made up otherwise. */
  id?: string;
  className?: string;
  children: ReactNode;
}) {
  const t = useTranslations("common");
  const generated = useId();
  const controlId = id ?? generated;
  const helpId = help ? `${controlId}-help` : undefined;
  const errorId = error ? `${controlId}-error` : undefined;
  return (
    <div className={cn("grid content-start gap-1", className)}>
      <Label htmlFor={controlId}>
        {label}
        {optional && <span className="font-normal text-3"> {t("optionalMark")}</span>}
      </Label>
      {help && (
        <p id={helpId} className="text-caption text-3">
          {help}
        </p>
      )}
      <FieldContext
        value={{
          id: controlId,
          "aria-describedby": [helpId, errorId].filter(Boolean).join(" ") || undefined,
          "aria-invalid": error ? true : undefined,
          "aria-required": optional ? undefined : true,
        }}
      >
        {children}
      </FieldContext>
      {error && <FieldError id={errorId}>{error}</FieldError>}
    </div>
  );
}
