import type { ReactNode } from "react";
import { cn } from "@/components/ui/cn";
import { useTranslations } from "@/lib/i18n/use-translations";

/**
 * Facts as label and value. `columns` 1 puts the label beside the value (a column of facts), 2 or 3 put it above (a
 * band of facts over the width of the page).
 */
export function DescriptionList({
  columns = 1,
  className,
  children,
}: {
  columns?: 1 | 2 | 3;
  className?: string;
  children: ReactNode;
}) {
  return (
    <dl
      data-columns={columns}
      className={cn(
        "group/facts grid text-table",
        columns === 1 && "gap-y-2",
        columns === 2 && "gap-x-8 gap-y-4 sm:grid-cols-2",
        columns === 3 && "gap-x-8 gap-y-4 sm:grid-cols-2 lg:grid-cols-3",
        className,
      )}
    >
      {children}
    </dl>
  );
}

/** One fact. Without a value a dash stands for it, read out as "none". */
export function Fact({ label, children }: { label: ReactNode; children?: ReactNode }) {
  const t = useTranslations("common");
  const empty = children === undefined || children === null || children === "";
  return (
    <div className="grid content-start gap-x-4 gap-y-0.5 group-data-[columns=1]/facts:grid-cols-[minmax(6.5rem,2fr)_minmax(0,3fr)]">
      <dt className="text-3">{label}</dt>
      <dd className="min-w-0 break-words">
        {empty ? (
          <span className="text-3">
            <span aria-hidden="true">–</span>
            <span className="sr-only">{t("none")}</span>
          </span>
        ) : (
          children
        )}
      </dd>
    </div>
  );
}
