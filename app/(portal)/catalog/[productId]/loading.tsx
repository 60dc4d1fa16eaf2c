import { getTranslations } from "next-intl/server";
import { DetailLayout } from "@/components/ui/detail-layout";
import { Section } from "@/components/ui/section";
import { Skeleton } from "@/components/ui/skeleton";
import { PlanPanelSkeleton } from "../_components/plan-panel-skeleton";

const FACTS = ["vendor", "categories", "id", "updated", "read"];

/** The shape of a product while it is read. */
export default async function ProductLoading() {
  const t = await getTranslations("catalog");
  return (
    <div aria-busy="true">
      <div className="grid gap-2 pb-5">
        <Skeleton className="h-6 w-72 max-w-full" />
        <Skeleton className="h-4 w-96 max-w-full" />
      </div>
      <DetailLayout
        factsLabel={t("product.facts")}
        facts={
          <div className="grid gap-2.5">
            {FACTS.map((fact) => (
              <Skeleton key={fact} className="w-full" />
            ))}
          </div>
        }
      >
        <Section title={t("product.plans")}>
          <PlanPanelSkeleton rows={6} />
        </Section>
      </DetailLayout>
    </div>
  );
}
