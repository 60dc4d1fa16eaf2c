"use client";

import { Skeleton } from "@/components/ui/skeleton";
import { useTranslations } from "@/lib/i18n/use-translations";

/** Holds the place of a provisioning form while its code is on the way: as many fields as will come. */
export function ProvisioningFormSkeleton({ fields }: { fields: number }) {
  const t = useTranslations("provisioning.form");
  const places = Array.from({ length: Math.min(fields, 12) }, (_, index) => `field-${index}`);
  return (
    <div role="status" aria-label={t("loading")} className="grid gap-6">
      <Skeleton className="h-5 w-40" />
      <div className="grid gap-4 sm:grid-cols-2">
        {places.map((place) => (
          <div key={place} className="grid gap-1.5">
            <Skeleton className="h-4 w-28" />
            <Skeleton className="h-8" />
          </div>
        ))}
      </div>
    </div>
  );
}
