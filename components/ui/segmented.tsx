"use client";

import { type ReactNode, useId } from "react";
import { cn } from "@/components/ui/cn";

/** A few choices side by side, one of them chosen. `iconsOnly` keeps the words for screen readers and hover. */
export function Segmented({
  label,
  value,
  onChange,
  options,
  iconsOnly = false,
  className,
}: {
  label: string;
  value: string;
  onChange: (value: string) => void;
  options: readonly { value: string; label: string; icon?: ReactNode }[];
  iconsOnly?: boolean;
  className?: string;
}) {
  const name = useId();
  return (
    <fieldset className={cn("inline-flex rounded bg-surface-2 p-0.5", className)}>
      <legend className="sr-only">{label}</legend>
      {options.map((option) => (
        <label
          key={option.value}
          title={iconsOnly ? option.label : undefined}
          className="relative flex h-7 min-w-7 flex-1 items-center justify-center gap-1.5 rounded-[5px] px-2 text-table whitespace-nowrap text-2 transition-colors duration-100 hover:text-1 has-checked:bg-surface-0 has-checked:font-medium has-checked:text-1 has-checked:shadow-[0_0_0_1px_var(--line)] has-focus-visible:outline-2 has-focus-visible:outline-accent pointer-coarse:h-9 [&_.icon]:size-3.5"
        >
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
            className="absolute inset-0 cursor-pointer appearance-none outline-none"
          />
          {option.icon && <span aria-hidden="true">{option.icon}</span>}
          <span className={iconsOnly ? "sr-only" : undefined}>{option.label}</span>
        </label>
      ))}
    </fieldset>
  );
}
