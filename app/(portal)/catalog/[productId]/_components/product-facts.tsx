import { CopyButton } from "@/components/ui/copy-button";
import { DescriptionList, Fact } from "@/components/ui/description-list";
import { RelativeTime } from "@/components/ui/relative-time";
import { TextLink } from "@/components/ui/text-link";
import { joinValues } from "@/lib/catalog/facet-values";
import type { Product } from "@/lib/catalog/schemas";
import { useTranslations } from "@/lib/i18n/use-translations";
import { routes } from "@/lib/routes";

/** What identifies the product, and how fresh this is. */
export function ProductFacts({ product }: { product: Product }) {
  const t = useTranslations("catalog");
  const { vendor, categories } = product;
  return (
    <DescriptionList>
      <Fact label={t("product.vendor")}>
        {vendor && <TextLink href={routes.catalog({ vendor: joinValues([vendor]) })}>{vendor}</TextLink>}
      </Fact>
      <Fact label={t("product.categories")}>
        {categories.length > 0 && (
          <ul>
            {categories.map(({ id, name }) => (
              <li key={id}>
                <TextLink
                  href={routes.catalog({ category: joinValues([id]) })}
                  className="inline-block min-h-6"
                >
                  {name}
                </TextLink>
              </li>
            ))}
          </ul>
        )}
      </Fact>
      <Fact label={t("product.id")}>
        <span className="inline-flex max-w-full items-center gap-1">
          <code className="min-w-0 font-mono text-caption break-all">{product.id}</code>
          <CopyButton value={product.id} label={t("product.copyId")} />
        </span>
      </Fact>
      <Fact label={t("product.updated")}>
        {product.updatedAt && <RelativeTime value={product.updatedAt} />}
      </Fact>
      <Fact label={t("product.read")}>
        <RelativeTime value={product.asOf} />
      </Fact>
    </DescriptionList>
  );
}
