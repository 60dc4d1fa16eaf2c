import { DescriptionList, Fact } from "@/components/ui/description-list";
import { Section } from "@/components/ui/section";
import type { Product } from "@/lib/catalog/schemas";
import { useTranslations } from "@/lib/i18n/use-translations";
import { AddOnList } from "./add-on-list";

/** What the vendor says about the product. All of it is plain text by now. */
export function ProductDetails({ product }: { product: Product }) {
  const t = useTranslations("catalog");
  const { description, features, faqs, support, links } = product;
  // What all variants have stands above, once.
  const shared = new Set(features.map(({ name, text }) => `${name}: ${text}`));
  const skusWithFeatures = product.skus.flatMap((sku) => {
    const own = sku.features.filter(({ name, text }) => !shared.has(`${name}: ${text}`));
    return own.length > 0 ? [{ ...sku, features: own }] : [];
  });
  return (
    <>
      <AddOnList product={product} />
      {description && (
        <Section title={t("product.description")}>
          <Prose text={description} />
        </Section>
      )}
      {features.length > 0 && (
        <Section title={t("product.features")}>
          <DescriptionList columns={2}>
            {features.map(({ name, text }) => (
              <Fact key={name} label={name}>
                {text}
              </Fact>
            ))}
          </DescriptionList>
        </Section>
      )}
      {skusWithFeatures.length > 0 && (
        <Section title={t("product.skuFeatures")}>
          {skusWithFeatures.map((sku) => (
            <div key={sku.id} className="grid gap-1.5">
              <h3 className="font-medium">{sku.name}</h3>
              <DescriptionList columns={2}>
                {sku.features.map(({ name, text }) => (
                  <Fact key={name} label={name}>
                    {text}
                  </Fact>
                ))}
              </DescriptionList>
            </div>
          ))}
        </Section>
      )}
      {faqs.length > 0 && (
        <Section title={t("product.faqs")}>
          <div className="max-w-prose">
            {faqs.map(({ question, answer }) => (
              <details key={question} className="group border-b border-line">
                <summary className="min-h-9 cursor-pointer py-2 font-medium marker:text-3">
                  {question}
                </summary>
                <div className="pb-3 pl-4">
                  <Prose text={answer} />
                </div>
              </details>
            ))}
          </div>
        </Section>
      )}
      {support.length > 0 && (
        <Section title={t("product.support")}>
          {support.map(({ name, text }) => (
            <div key={name}>
              {name && name !== t("product.support") && <h3 className="font-medium">{name}</h3>}
              <Prose text={text} />
            </div>
          ))}
        </Section>
      )}
      {links.length > 0 && (
        <Section title={t("product.links")}>
          <ul className="grid gap-1 text-table">
            {links.map((link) => (
              <li key={link} className="min-w-0">
                <a
                  href={link}
                  target="_blank"
                  rel="noopener noreferrer nofollow"
                  className="break-all underline decoration-line-strong underline-offset-3 hover:decoration-current"
                >
                  {link}
                  <span className="sr-only"> {t("product.newTab")}</span>
                </a>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}

/** Plain text with its paragraphs and lines. */
function Prose({ text }: { text: string }) {
  return <p className="max-w-prose break-words whitespace-pre-line text-2">{text}</p>;
}
