import { useTranslations } from "next-intl";
import { PageHeader } from "@/components/ui/page-header";
import { CartsSkeleton } from "./_components/carts-skeleton";

export default function CartsLoading() {
  const t = useTranslations("carts");
  return (
    <>
      <PageHeader title={t("title")} facts={t("facts")} />
      <CartsSkeleton withCustomer />
    </>
  );
}
