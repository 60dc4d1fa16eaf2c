import { CopyButton } from "@/components/ui/copy-button";

/** A number to be copied. `label` says what is copied. */
export function Copyable({ value, label }: { value: string; label: string }) {
  return (
    <span className="flex items-start gap-1">
      <span className="min-w-0 wrap-anywhere select-all">{value}</span>
      <CopyButton value={value} label={label} className="-my-1 shrink-0" />
    </span>
  );
}
