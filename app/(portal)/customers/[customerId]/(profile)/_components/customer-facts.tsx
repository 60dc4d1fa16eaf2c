import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { CopyButton } from "@/components/ui/copy-button";
import { DateOnly } from "@/components/ui/date-time";
import { DescriptionList, Fact } from "@/components/ui/description-list";
import { RelativeTime } from "@/components/ui/relative-time";
import { countryName } from "@/lib/customers/country-names";
import { formatAddress } from "@/lib/customers/format-address";
import { languageName } from "@/lib/customers/language-names";
import { formatPhone } from "@/lib/customers/phone";
import type { Customer } from "@/lib/customers/schemas";
import { CustomerStatusBadge } from "../../../_components/customer-status-badge";

/** All that Ion holds about a customer itself. */
export async function CustomerFacts({ customer }: { customer: Customer }) {
  const [t, locale] = await Promise.all([getTranslations("customers.overview"), getLocale()]);
  const { address, languageCode, uid } = customer;
  const lines = formatAddress(address, address.country && countryName(locale, address.country));
  return (
    <>
      <Facts title={t("contact")}>
        <Fact label={t("contactName")}>{customer.contactName}</Fact>
        <Fact label={t("jobTitle")}>{customer.title}</Fact>
        <Fact label={t("email")}>{mailTo(customer.email)}</Fact>
        <Fact label={t("alternateEmail")}>{mailTo(customer.alternateEmail)}</Fact>
        <Fact label={t("phone")}>{customer.phone && formatPhone(customer.phone, address.country ?? "")}</Fact>
        <Fact label={t("language")}>{languageCode && languageName(locale, languageCode)}</Fact>
      </Facts>
      <section>
        <h2 className="pb-2 text-table font-semibold">{t("address")}</h2>
        <address className="text-table break-words not-italic">
          {lines.length === 0 && <span className="text-3">{t("none")}</span>}
          {lines.map((line) => (
            <span key={line} className="block">
              {line}
            </span>
          ))}
        </address>
      </section>
      <Facts title={t("details")}>
        <Fact label={t("status")}>
          <CustomerStatusBadge status={customer.status} plain />
        </Fact>
        <Fact label={t("domain")}>{customer.domain}</Fact>
        <Fact label={t("ionId")}>
          <WithCopy value={customer.id} label={t("copyIonId")} />
        </Fact>
        <Fact label={t("uid")}>{uid && <WithCopy value={uid} label={t("copyUid")} />}</Fact>
        <Fact label={t("created")}>{customer.createdAt && <DateOnly value={customer.createdAt} />}</Fact>
        <Fact label={t("updated")}>{customer.updatedAt && <RelativeTime value={customer.updatedAt} />}</Fact>
      </Facts>
    </>
  );
}

function Facts({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h2 className="pb-2 text-table font-semibold">{title}</h2>
      <DescriptionList>{children}</DescriptionList>
    </section>
  );
}

function WithCopy({ value, label }: { value: string; label: string }) {
  return (
    <span className="inline-flex items-center gap-1">
      <span className="break-all">{value}</span>
      <CopyButton value={value} label={label} className="-my-1" />
    </span>
  );
}

function mailTo(email: string | null) {
  return (
    email && (
      <a
        href={`mailto:${encodeURIComponent(email).replace("%40", "@")}`}
        className="rounded-sm break-all underline decoration-line-strong underline-offset-3 hover:decoration-current"
      >
        {email}
      </a>
    )
  );
}
