import { LoadProblem } from "@/app/(portal)/_components/load-problem";
import { PageHeader } from "@/components/ui/page-header";
import { useTranslations } from "@/lib/i18n/use-translations";

/** A cart that could not be read: its number, what is true, and another try. */
export function CartProblem({
  cartId,
  error,
}: {
  cartId: string;
  error: { message: string; reference: string };
}) {
  const t = useTranslations("carts");
  return (
    <>
      <PageHeader title={t("untitled", { id: cartId })} />
      <LoadProblem error={error} />
    </>
  );
}
