import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Suspense } from "react";
import { DetailLayout } from "@/components/ui/detail-layout";
import { currentActor } from "@/lib/auth/current-actor";
import { mayActor } from "@/lib/auth/require-permission";
import { getCustomer } from "@/lib/customers/get-customer";
import { listAssignedPeople } from "@/lib/customers/list-sales-people";
import { customerParams } from "@/lib/ids";
import { pageParams, readPage } from "@/lib/page";
import { LoadProblem } from "../../../_components/load-problem";
import { CloudProfiles } from "./_components/cloud-profiles";
import { CustomFields } from "./_components/custom-fields";
import { CustomerFacts } from "./_components/customer-facts";
import { LookedAfter } from "./_components/looked-after";
import { RecentOrders } from "./_components/recent-orders";
import { SectionSkeleton } from "./_components/section-skeleton";

type Props = { params: Promise<{ customerId: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { customerId } = await pageParams(customerParams, params);
  const loaded = await readPage(() => getCustomer(customerId));
  const t = await getTranslations("customers");
  return { title: loaded.ok ? loaded.data.organization : t("header.id", { id: customerId }) };
}

export default async function CustomerPage({ params }: Props) {
  const { customerId } = await pageParams(customerParams, params);
  const [t, actor] = await Promise.all([getTranslations("customers"), currentActor()]);
  const maySeePeople = actor !== undefined && mayActor(actor, "customers:write");
  const loaded = await readPage(async () => {
    const [customer, people] = await Promise.all([
      getCustomer(customerId),
      maySeePeople ? listAssignedPeople(customerId) : undefined,
    ]);
    return { customer, people };
  });
  if (!loaded.ok) return <LoadProblem error={loaded.error} />;
  const { customer, people } = loaded.data;
  return (
    <DetailLayout
      summary={customer.contactName ?? customer.email}
      facts={<CustomerFacts customer={customer} />}
    >
      <Suspense
        fallback={<SectionSkeleton title={t("profiles.title")} description={t("profiles.description")} />}
      >
        <CloudProfiles customerId={customerId} />
      </Suspense>
      <Suspense fallback={<SectionSkeleton title={t("recent.title")} />}>
        <RecentOrders customerId={customerId} />
      </Suspense>
      <CustomFields fields={customer.customFields} />
      {people && <LookedAfter customerId={customerId} people={people} />}
    </DetailLayout>
  );
}
