"use client";

import type { DataColumn } from "@/components/data-table/columns";
import { ListSkeleton } from "@/components/data-table/list-skeleton";
import { PageHeader } from "@/components/ui/page-header";
import { Skeleton } from "@/components/ui/skeleton";

/** Holds the place of a list page, or of a list within another page (without `title`). */
export function ListPageSkeleton<Row>({
  title,
  label,
  columns,
}: {
  title?: string;
  label: string;
  columns: readonly DataColumn<Row>[];
}) {
  const facts = <Skeleton className="my-1.5 w-56" />;
  return (
    <div className="flex min-w-0 flex-col gap-2">
      {title ? <PageHeader title={title} facts={facts} className="pb-2" /> : facts}
      <div className="flex flex-wrap items-center gap-2">
        <Skeleton className="h-8 w-full sm:w-72" />
        <Skeleton className="h-7 w-24" />
        <Skeleton className="h-7 w-28" />
        <Skeleton className="h-7 w-24" />
      </div>
      <ListSkeleton label={label} columns={columns} />
    </div>
  );
}
