"use client";

import { Check, Minus } from "lucide-react";
import { type ComponentProps, type ReactNode, useEffect, useId, useRef } from "react";
import { cn } from "@/components/ui/cn";
import { FieldError } from "@/components/ui/field";
import { useFieldControl } from "@/components/ui/field-context";

// The control itself is 24 px wide, as a finger needs; the box that is seen inside it is 16 px.
const controlClass =
  "peer absolute -inset-1 size-6 cursor-pointer appearance-none outline-none disabled:cursor-not-allowed";
const boxClass =
  "pointer-events-none grid size-4 place-items-center border border-line-strong bg-surface-0 text-accent-text transition-colors duration-100 *:opacity-0 peer-hover:border-line-hover peer-checked:border-accent peer-checked:bg-accent peer-checked:*:opacity-100 peer-indeterminate:border-accent peer-indeterminate:bg-accent peer-indeterminate:*:opacity-100 peer-focus-visible:outline-2 peer-focus-visible:outline-offset-2 peer-focus-visible:outline-accent peer-aria-invalid:border-danger peer-disabled:border-line peer-disabled:bg-surface-2";

type ChoiceProps = Omit<ComponentProps<"input">, "type" | "size"> & {
  label: ReactNode;
  /** A line under the label. */
  help?: ReactNode;
  error?: ReactNode;
};

function Choice({
  label,
  help,
  error,
  className,
  mark,
  input,
  id,
}: Omit<ChoiceProps, "id"> & {
  id: string;
  mark: ReactNode;
  input: ReactNode;
}) {
  return (
    <div className={cn("grid gap-1", className)}>
      <label
        htmlFor={id}
        className="flex min-h-6 items-start gap-2 py-0.5 text-body pointer-coarse:min-h-10 pointer-coarse:py-2.5"
      >
        <span className="relative mt-0.5 size-4 shrink-0">
          {input}
          {mark}
        </span>
        <span className="min-w-0 flex-1">{label}</span>
      </label>
      {help && (
        <p id={`${id}-help`} className="pl-6 text-caption text-3">
          {help}
        </p>
      )}
      {error && (
        <div className="pl-6">
          <FieldError id={`${id}-error`}>{error}</FieldError>
        </div>
      )}
    </div>
  );
}

function useChoice({ label, help, error, className, ...rest }: ChoiceProps) {
  const generated = useId();
  const id = rest.id ?? generated;
  const described = [error && `${id}-error`, help && `${id}-help`].filter(Boolean).join(" ");
  const control = useFieldControl({
    ...rest,
    id,
    "aria-describedby": described || rest["aria-describedby"],
    "aria-invalid": error ? true : rest["aria-invalid"],
  });
  return { frame: { id, label, help, error, className }, control };
}

/** A checkbox with its words. `indeterminate` shows that some of what it stands for is chosen. */
export function Checkbox({ indeterminate = false, ...props }: ChoiceProps & { indeterminate?: boolean }) {
  const { frame, control } = useChoice(props);
  const own = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (own.current) own.current.indeterminate = indeterminate;
  }, [indeterminate]);
  const { ref, ...rest } = control;
  const setRef = (element: HTMLInputElement | null) => {
    own.current = element;
    if (typeof ref === "function") return ref(element);
    if (ref) ref.current = element;
  };
  const Mark = indeterminate ? Minus : Check;
  return (
    <Choice
      {...frame}
      input={<input {...rest} ref={setRef} type="checkbox" className={controlClass} />}
      mark={
        <span aria-hidden="true" className={cn(boxClass, "rounded-sm")}>
          <Mark strokeWidth={3} className="size-3" />
        </span>
      }
    />
  );
}

/** A radio button with its words. Radios of one `name` belong in a Fieldset. */
export function Radio(props: ChoiceProps) {
  const { frame, control } = useChoice(props);
  return (
    <Choice
      {...frame}
      input={<input {...control} type="radio" className={controlClass} />}
      mark={
        <span aria-hidden="true" className={cn(boxClass, "rounded-full")}>
          <span className="size-1.5 rounded-full bg-accent-text" />
        </span>
      }
    />
  );
}
