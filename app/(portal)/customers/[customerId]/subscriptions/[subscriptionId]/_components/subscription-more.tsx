import { useLocale } from "next-intl";
import { DateOnly } from "@/components/ui/date-time";
import { DescriptionList, Fact } from "@/components/ui/description-list";
import { Section } from "@/components/ui/section";
import { Table, Td, Th } from "@/components/ui/table";
import { formatNumber } from "@/lib/format";
import { useTranslations } from "@/lib/i18n/use-translations";
import { humanise } from "@/lib/provisioning/humanise";
import type { Subscription } from "@/lib/subscriptions/subscription-schemas";

/** What else Ion knows, where there is any: parts, price adjustments, custom fields and attributes. */
export function SubscriptionMore({ subscription }: { subscription: Subscription }) {
  const t = useTranslations("subscriptions");
  const { adjustments, attributes, customFields, resources } = subscription;
  const more = [...customFields, ...attributes];
  return (
    <>
      {resources.length > 0 && <Resources resources={resources} />}
      {adjustments.length > 0 && <Adjustments adjustments={adjustments} />}
      {more.length > 0 && (
        <Section title={t("sections.more")}>
          <DescriptionList columns={3}>
            {more.map(({ name, value }) => (
              <Fact key={name} label={humanise(name)}>
                <span className="wrap-anywhere">{value}</span>
              </Fact>
            ))}
          </DescriptionList>
        </Section>
      )}
    </>
  );
}

function Resources({ resources }: Pick<Subscription, "resources">) {
  const t = useTranslations("subscriptions");
  const locale = useLocale();
  return (
    <Section title={t("sections.resources")}>
      <Table label={t("sections.resources")}>
        <thead>
          <tr>
            <Th>{t("resources.name")}</Th>
            <Th>{t("resources.status")}</Th>
            <Th numeric>{t("resources.seats")}</Th>
          </tr>
        </thead>
        <tbody>
          {resources.map((resource) => (
            <tr key={resource.key}>
              <Td>{resource.name}</Td>
              <Td>{resource.status ?? "–"}</Td>
              <Td numeric>{resource.seats === null ? "–" : formatNumber(locale, resource.seats)}</Td>
            </tr>
          ))}
        </tbody>
      </Table>
    </Section>
  );
}

function Adjustments({ adjustments }: Pick<Subscription, "adjustments">) {
  const t = useTranslations("subscriptions");
  return (
    <Section title={t("sections.adjustments")}>
      <Table label={t("sections.adjustments")}>
        <thead>
          <tr>
            <Th>{t("adjustment.name")}</Th>
            <Th numeric>{t("adjustment.value")}</Th>
            <Th>{t("adjustment.from")}</Th>
            <Th>{t("adjustment.until")}</Th>
          </tr>
        </thead>
        <tbody>
          {adjustments.map(({ name, value, from, until }) => (
            <tr key={`${name} ${value} ${from}`}>
              <Td>{name ?? "–"}</Td>
              <Td numeric>{value ?? "–"}</Td>
              <Td>{from ? <DateOnly value={from} /> : "–"}</Td>
              <Td>{until ? <DateOnly value={until} /> : "–"}</Td>
            </tr>
          ))}
        </tbody>
      </Table>
    </Section>
  );
}
