import { PageHeader } from "@/components/ui/page-header";
import { useTranslations } from "@/lib/i18n/use-translations";
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
