"use client";

import { Check, Minus } from "lucide-react";
import { useEffect, useRef } from "react";

const nothing = () => {};

/**
 * The box in front of a row: 24 px for the finger, 16 px to the eye. Without `onChange` the press is heard further up,
 * where it is known whether Shift was held.
 */
export function SelectBox({
  label,
  checked,
  indeterminate = false,
  onChange = nothing,
}: {
  label: string;
  checked: boolean;
  indeterminate?: boolean;
  onChange?: () => void;
}) {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (input.current) input.current.indeterminate = indeterminate;
  }, [indeterminate]);
  const Mark = indeterminate ? Minus : Check;
  return (
    <span className="relative grid size-6 place-items-center">
      <input
        ref={input}
        type="checkbox"
        aria-label={label}
        checked={checked}
        onChange={onChange}
        className="peer absolute inset-0 cursor-pointer appearance-none outline-none"
      />
      <span
        aria-hidden="true"
        className="pointer-events-none grid size-4 place-items-center rounded-sm border border-line-strong bg-surface-0 text-accent-text *:opacity-0 peer-checked:border-accent peer-checked:bg-accent peer-checked:*:opacity-100 peer-indeterminate:border-accent peer-indeterminate:bg-accent peer-indeterminate:*:opacity-100 peer-hover:border-line-hover peer-focus-visible:outline-2 peer-focus-visible:outline-offset-2 peer-focus-visible:outline-accent"
      >
        <Mark strokeWidth={3} className="size-3" />
      </span>
    </span>
  );
}
