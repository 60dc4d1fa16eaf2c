"use client";

import type { ComponentProps, ReactNode } from "react";
import { type FieldPath, useFormContext, useFormState } from "react-hook-form";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import type { CustomerValues } from "@/lib/customers/customer-values";
import { errorPaths, fieldId } from "./field-names";
import { useFieldText } from "./use-field-text";

type Name = FieldPath<CustomerValues>;

/** What is wrong with one field, in words. */
export function useFieldError(name: Name): string | undefined {
  const { errors } = useFormState<CustomerValues>({ name, exact: true });
  const text = useFieldText();
  const found = errorPaths(errors).find(({ path }) => path === name || path === `${name}.root`);
  return found && text(found.message);
}

type FrameProps = {
  name: Name;
  label: ReactNode;
  help?: ReactNode;
  optional?: boolean;
  className?: string;
};

/** A labelled text of the customer form. */
export function TextField({
  name,
  label,
  help,
  optional,
  className,
  ...input
}: FrameProps &
  Pick<ComponentProps<"input">, "type" | "inputMode" | "placeholder" | "autoCapitalize" | "spellCheck">) {
  const { register } = useFormContext<CustomerValues>();
  return (
    <Field
      id={fieldId(name)}
      label={label}
      help={help}
      error={useFieldError(name)}
      optional={optional}
      className={className}
    >
      <Input autoComplete="off" {...input} {...register(name)} />
    </Field>
  );
}

/** A labelled choice of the customer form. */
export function SelectField({
  name,
  label,
  help,
  optional,
  className,
  onChange,
  children,
}: FrameProps & { onChange?: (value: string) => void; children: ReactNode }) {
  const { register } = useFormContext<CustomerValues>();
  const { onChange: note, ...field } = register(name);
  return (
    <Field
      id={fieldId(name)}
      label={label}
      help={help}
      error={useFieldError(name)}
      optional={optional}
      className={className}
    >
      <Select
        autoComplete="off"
        {...field}
        onChange={(event) => {
          onChange?.(event.target.value);
          return note(event);
        }}
      >
        {children}
      </Select>
    </Field>
  );
}
