"use client";

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
  return (
    <input
      ref={input}
      type="checkbox"
      aria-label={label}
      checked={checked}
      onChange={onChange}
      className="choice"
    />
  );
}
