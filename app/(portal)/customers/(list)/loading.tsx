import { useTranslations } from "next-intl";
import { PageHeader } from "@/components/ui/page-header";
import { Skeleton } from "@/components/ui/skeleton";
import { CustomerTableSkeleton } from "./_components/customer-table-skeleton";

export default function CustomersLoading() {
  const t = useTranslations("customers");
  return (
    <>
      <PageHeader title={t("title")} facts={<Skeleton className="my-0.5 w-48" />} />
      <CustomerTableSkeleton />
    </>
  );
}
