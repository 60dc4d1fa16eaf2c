import type { ComponentProps } from "react";
import { cn } from "@/components/ui/cn";
import { ScrollRegion } from "@/components/ui/scroll-region";

/**
 * A small table that is written out (the lines of an order, a price list). Lists of things that can be opened, sorted
 * and filtered are DataTables. `label` names it.
 */
export function Table({ label, className, children, ...rest }: ComponentProps<"table"> & { label: string }) {
  return (
    <ScrollRegion label={label}>
      <table
        aria-label={label}
        {...rest}
        className={cn("w-full border-separate border-spacing-0 text-table", className)}
      >
        {children}
      </table>
    </ScrollRegion>
  );
}

/** A head cell. `note` says once what holds for the whole column ("per month, excl. tax"). */
export function Th({
  numeric = false,
  note,
  className,
  children,
  ...rest
}: ComponentProps<"th"> & { numeric?: boolean; note?: string }) {
  return (
    <th
      scope="col"
      {...rest}
      className={cn(
        "border-b border-line px-2 pb-1.5 align-bottom text-caption font-medium whitespace-nowrap text-3 first:pl-0 last:pr-0",
        numeric ? "text-right" : "text-left",
        className,
      )}
    >
      {children}
      {note && <span className="block font-normal">{note}</span>}
    </th>
  );
}

/** A cell; `numeric` ones stand right and never break. */
export function Td({ numeric = false, className, ...rest }: ComponentProps<"td"> & { numeric?: boolean }) {
  return (
    <td
      {...rest}
      className={cn(
        "border-b border-line px-2 py-2 align-top first:min-w-40 first:pl-0 last:pr-0",
        numeric && "text-right whitespace-nowrap",
        className,
      )}
    />
  );
}
