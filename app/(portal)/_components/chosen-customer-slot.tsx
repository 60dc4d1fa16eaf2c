import { Suspense } from "react";
import { Skeleton } from "@/components/ui/skeleton";
import { getChosenCustomer } from "@/lib/customers/chosen-customer";
import { CustomerSwitcher } from "./customer-switcher";

/** Whom the person works for, for the top bar. Its name may have to come from Ion, and nothing waits for that. */
export function ChosenCustomerSlot() {
  return (
    <Suspense fallback={<Skeleton className="h-8 w-28 sm:w-44" />}>
      <Chosen />
    </Suspense>
  );
}

async function Chosen() {
  return <CustomerSwitcher chosen={await getChosenCustomer()} />;
}
