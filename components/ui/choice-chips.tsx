"use client";

import { useId } from "react";
import { cn } from "@/components/ui/cn";

/** One of a row of short words is chosen, usually a filter; on a narrow screen the row scrolls. Arrow keys move. */
export function ChoiceChips({
  label,
  value,
  onChange,
  options,
  className,
}: {
  label: string;
  value: string;
  onChange: (value: string) => void;
  options: readonly { value: string; label: string }[];
  className?: string;
}) {
  const name = useId();
  return (
    <fieldset data-print="hide" className={cn("-mx-1 min-w-0 overflow-x-auto px-1 py-1", className)}>
      <legend className="sr-only">{label}</legend>
      <div className="flex w-max gap-1.5">
        {options.map((option) => (
          <label
            key={option.value}
            className="relative flex h-7 items-center rounded border border-line px-2.5 text-table whitespace-nowrap text-2 transition-colors duration-100 hover:border-line-strong hover:text-1 has-checked:border-accent has-checked:bg-accent-soft has-checked:font-medium has-checked:text-1 has-focus-visible:outline-2 has-focus-visible:outline-offset-1 has-focus-visible:outline-accent pointer-coarse:h-9"
          >
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
              className="absolute inset-0 cursor-pointer appearance-none outline-none"
            />
            {option.label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
