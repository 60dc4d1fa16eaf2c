"use client";

import { DescriptionList, Fact } from "@/components/ui/description-list";
import { Icon } from "@/components/ui/icon";
import { useTranslations } from "@/lib/i18n/use-translations";
import type { OrderAnswer, OrderItem } from "@/lib/orders/order-schemas";
import { humanise } from "@/lib/provisioning/humanise";

/** What was answered for provisioning, purchase orders and the vendor's numbers, behind a line that folds out. */
export function OrderItemDetails({ item }: { item: OrderItem }) {
  const t = useTranslations("orders.items");
  const facts: [string, string | null][] = [
    [t("customerPO"), item.customerPO],
    [t("resellerPO"), item.resellerPO],
    [t("partNumber"), item.vendorPartNumber],
    [t("vendorSubscription"), item.vendorSubscriptionId],
    [t("process"), [item.process?.name, item.process?.details].filter(Boolean).join(" · ") || null],
    [t("note"), item.note],
  ];
  const known = facts.filter(([, value]) => value !== null);
  return (
    <details className="group/details">
      <summary className="inline-flex min-h-6 cursor-pointer list-none items-center gap-1 rounded-sm text-table text-2 hover:text-1 [&::-webkit-details-marker]:hidden">
        <Icon
          name="icon-chevron-right"
          className="size-3.5 transition-transform group-open/details:rotate-90 motion-reduce:transition-none"
        />
        {t("answersOf")}
      </summary>
      <div className="mt-3 grid gap-5 pl-4.5">
        {item.answers.length > 0 ? (
          <Answers answers={item.answers} />
        ) : (
          <p className="text-table text-2">{t("noAnswers")}</p>
        )}
        {known.length > 0 && (
          <DescriptionList columns={2}>
            {known.map(([label, value]) => (
              <Fact key={label} label={label}>
                <span className="wrap-anywhere">{value}</span>
              </Fact>
            ))}
          </DescriptionList>
        )}
      </div>
    </details>
  );
}

/** The provisioning answers under the names of their questions; what is hidden says why. */
function Answers({ answers }: { answers: readonly OrderAnswer[] }) {
  const t = useTranslations("orders.items");
  const words = useTranslations("provisioning");
  const personal = answers.filter((answer) => answer.hidden === "personal").length;
  const label = (name: string) => {
    const key = `attributes.${name}.title`;
    return /^[A-Za-z][A-Za-z0-9]*$/.test(name) && words.has(key) ? words(key) : humanise(name);
  };
  const value = ({ name, value: text }: OrderAnswer) => {
    const key = `choices.${name}.${text}`;
    return text && /^[\w-]+$/.test(text) && /^\w+$/.test(name) && words.has(key) ? words(key) : text;
  };
  return (
    <div className="grid gap-2">
      <DescriptionList columns={2}>
        {answers
          .filter((answer) => answer.hidden !== "personal")
          .map((answer) => (
            <Fact key={answer.name} label={label(answer.name)}>
              {answer.hidden === "secret" ? (
                <span className="text-3">{t("secret")}</span>
              ) : (
                <span className="break-words">{value(answer)}</span>
              )}
            </Fact>
          ))}
      </DescriptionList>
      {personal > 0 && <p className="text-caption text-3">{t("personalMany", { count: personal })}</p>}
    </div>
  );
}
