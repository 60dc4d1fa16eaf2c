import { useLocale } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { Banner } from "@/components/ui/banner";
import { PageHeader } from "@/components/ui/page-header";
import type { Product } from "@/lib/catalog/schemas";
import { formatList } from "@/lib/format";
import { useTranslations } from "@/lib/i18n/use-translations";
import { ManageProduct } from "./manage-product";

/** What the product is, who makes it, and whether it may be sold. */
export function ProductHeader({ product, mayManage }: { product: Product; mayManage: boolean }) {
  const t = useTranslations("catalog");
  const locale = useLocale();
  const facts = [
    product.vendor,
    formatList(
      locale,
      product.categories.map(({ name }) => name),
    ),
    product.caption,
  ];
  return (
    <>
      <PageHeader
        title={
          <span className="flex items-center gap-3">
            {product.image && (
              // biome-ignore lint/performance/noImgElement: a data URI of a few kB; nothing to optimise or to fetch
              <img src={product.image} alt="" className="size-8 shrink-0 rounded-sm object-contain" />
            )}
            {product.name}
          </span>
        }
        badge={product.disabled && <Badge>{t("disabledBadge")}</Badge>}
        facts={facts.filter(Boolean).join(" · ")}
        actions={mayManage && <ManageProduct product={product} />}
      />
      {product.disabled && (
        <Banner tone="attention" className="mb-6">
          {t(mayManage ? "product.disabledManage" : "product.disabled")}
        </Banner>
      )}
    </>
  );
}
