import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Suspense } from "react";
import { DetailLayout } from "@/components/ui/detail-layout";
import { currentActor } from "@/lib/auth/current-actor";
import { mayActor } from "@/lib/auth/require-permission";
import { getCustomer } from "@/lib/customers/get-customer";
import { getKnownCustomer } from "@/lib/customers/get-known-customer";
import { listAssignedPeople } from "@/lib/customers/list-sales-people";
import { customerParams } from "@/lib/ids";
import { pageParams, readPage } from "@/lib/page";
import { Fresh } from "../../../_components/fresh";
import { LoadProblem } from "../../../_components/load-problem";
import { SeenNote } from "../../../_components/seen-note";
import { CloudProfiles } from "./_components/cloud-profiles";
import { CustomFields } from "./_components/custom-fields";
import { CustomerFacts } from "./_components/customer-facts";
import { LookedAfter } from "./_components/looked-after";
import { RecentOrders } from "./_components/recent-orders";
import { SectionSkeleton } from "./_components/section-skeleton";

type Props = { params: Promise<{ customerId: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { customerId } = await pageParams(customerParams, params);
  const loaded = await readPage(() => getKnownCustomer(customerId));
  const t = await getTranslations("customers");
  return { title: loaded.ok ? loaded.data.value.organization : t("header.id", { id: customerId }) };
}

/** What is known of a customer at once, and what Ion says as it comes; parts that only Ion knows come by themselves. */
export default async function CustomerPage({ params }: Props) {
  const { customerId } = await pageParams(customerParams, params);
  const [t, actor] = await Promise.all([getTranslations("customers"), currentActor()]);
  const maySeePeople = actor !== undefined && mayActor(actor, "customers:write");
  const loaded = await readPage(async () => {
    const [known, people] = await Promise.all([
      getKnownCustomer(customerId),
      maySeePeople ? listAssignedPeople(customerId) : undefined,
    ]);
    return { known, people };
  });
  if (!loaded.ok) return <LoadProblem error={loaded.error} />;
  const { known, people } = loaded.data;
  const read = () => getCustomer(customerId);
  return (
    <DetailLayout
      summary={known.value.contactName ?? known.value.email}
      facts={
        <Fresh known={known} read={read}>
          {(customer, seen) => (
            <>
              <CustomerFacts customer={customer} />
              <SeenNote seen={seen} />
            </>
          )}
        </Fresh>
      }
    >
      <Suspense
        fallback={<SectionSkeleton title={t("profiles.title")} description={t("profiles.description")} />}
      >
        <CloudProfiles customerId={customerId} />
      </Suspense>
      <Suspense fallback={<SectionSkeleton title={t("recent.title")} />}>
        <RecentOrders customerId={customerId} />
      </Suspense>
      <Fresh known={known} read={read}>
        {(customer) => <CustomFields fields={customer.customFields} />}
      </Fresh>
      {people && <LookedAfter customerId={customerId} people={people} />}
    </DetailLayout>
  );
}
