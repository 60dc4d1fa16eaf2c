"use client";

import { type ComponentProps, type ReactNode, useEffect, useId, useRef } from "react";
import { cn } from "@/components/ui/cn";
import { FieldError } from "@/components/ui/field";
import { useFieldControl } from "@/components/ui/field-context";

/** Drawn by choice.css; of its 24 px, 16 are in the flow. */
const choiceClass = "choice -mx-1 -mt-0.5 -mb-1 shrink-0";

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
  input,
  id,
}: Omit<ChoiceProps, "id"> & {
  id: string;
  input: ReactNode;
}) {
  return (
    <div className={cn("grid gap-1", className)}>
      <label
        htmlFor={id}
        className="flex min-h-6 items-start gap-2 py-0.5 text-body pointer-coarse:min-h-10 pointer-coarse:py-2.5"
      >
        {input}
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
  return (
    <Choice {...frame} input={<input {...rest} ref={setRef} type="checkbox" className={choiceClass} />} />
  );
}

/** A radio button with its words. Radios of one `name` belong in a Fieldset. */
export function Radio(props: ChoiceProps) {
  const { frame, control } = useChoice(props);
  return <Choice {...frame} input={<input {...control} type="radio" className={choiceClass} />} />;
}
