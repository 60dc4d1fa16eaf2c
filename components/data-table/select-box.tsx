"use client";

const nothing = () => {};

/**
 * The box in front of a row, or of all of them: 24 px for the finger, 16 px to the eye. Without `onChange` the press is
 * heard further up, where it is known whether Shift was held.
 */
export function SelectBox({
  label,
  checked,
  indeterminate,
  onChange = nothing,
}: {
  label: string;
  checked: boolean;
  /** Some of those that it stands for are chosen. */
  indeterminate?: boolean;
  onChange?: () => void;
}) {
  return (
    <input
      ref={
        indeterminate === undefined
          ? undefined
          : (input) => {
              if (input) input.indeterminate = indeterminate;
            }
      }
      type="checkbox"
      aria-label={label}
      checked={checked}
      onChange={onChange}
      className="choice"
    />
  );
}
