import { useTranslations } from "next-intl";
import { PageHeader } from "@/components/ui/page-header";
import { OrdersSkeleton } from "./_components/orders-skeleton";

export default function OrdersLoading() {
  const t = useTranslations("orders");
  return (
    <>
      <PageHeader title={t("title")} />
      <OrdersSkeleton withCustomer />
    </>
  );
}
