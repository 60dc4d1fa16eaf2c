import { useLocale } from "next-intl";
import { Money } from "@/components/ui/money";
import { Section } from "@/components/ui/section";
import { StatusGlyph } from "@/components/ui/status-glyph";
import type { AddOn, Product } from "@/lib/catalog/schemas";
import { formatList } from "@/lib/format";
import { useTranslations } from "@/lib/i18n/use-translations";
import { usePlanWords } from "../../_components/use-plan-words";

/** What can be bought together with the product, and what comes with it. */
export function AddOnList({ product }: { product: Product }) {
  const t = useTranslations("catalog");
  if (product.addOns.length === 0) return null;
  return (
    <Section title={t("product.addOns")} description={t("product.addOnsHelp")}>
      <ul className="border-t border-line">
        {product.addOns.map((addOn) => (
          <AddOnEntry key={addOn.id} addOn={addOn} skus={product.skus} />
        ))}
      </ul>
    </Section>
  );
}

function AddOnEntry({ addOn, skus }: { addOn: AddOn; skus: Product["skus"] }) {
  const t = useTranslations("catalog");
  const locale = useLocale();
  const offering = skus.filter((sku) => sku.availableAddOnIds.includes(addOn.id));
  const including = skus.filter((sku) => sku.includedAddOnIds.includes(addOn.id));
  const names = (list: Product["skus"]) =>
    formatList(
      locale,
      list.map((sku) => sku.name),
    );
  const notes = [
    offering.length === 0
      ? null
      : offering.length === skus.length
        ? t("product.addOnAll")
        : t("product.addOnOf", { skus: names(offering) }),
    including.length > 0 ? t("product.included", { skus: names(including) }) : null,
    addOn.alignment === "subscription" ? t("product.alignSubscription") : null,
    addOn.alignment === "purchase" ? t("product.alignPurchase") : null,
    addOn.allowMultiple ? t("product.allowMultiple") : null,
  ];
  return (
    <li className="grid gap-x-6 gap-y-1 border-b border-line py-2.5 sm:grid-cols-[minmax(0,1fr)_auto]">
      <div className="min-w-0">
        <p className="font-medium">{addOn.name}</p>
        {addOn.description && <p className="max-w-prose text-table text-2">{addOn.description}</p>}
        <p className="text-caption text-3">{notes.filter(Boolean).join(" · ")}</p>
      </div>
      <ul className="grid gap-0.5 text-table sm:justify-items-end">
        {addOn.plans.map((plan) => (
          <AddOnPrice key={plan.planId} plan={plan} />
        ))}
      </ul>
    </li>
  );
}

function AddOnPrice({ plan }: { plan: AddOn["plans"][number] }) {
  const t = useTranslations("catalog");
  const words = usePlanWords();
  const { orderable } = plan;
  if (!orderable.ok && orderable.reason !== "needs-base") {
    return (
      <li className="flex items-center gap-1.5 text-caption text-2">
        <StatusGlyph tone="neutral" />
        {t(`reason.${orderable.reason}`)}
      </li>
    );
  }
  return (
    <li className="whitespace-nowrap">
      {plan.price ? <Money value={plan.price} /> : t("chooser.noPrice")}{" "}
      <span className="text-caption text-3">
        {words.per(plan)}
        {plan.term && ` · ${words.term(plan.term)}`}
      </span>
    </li>
  );
}
