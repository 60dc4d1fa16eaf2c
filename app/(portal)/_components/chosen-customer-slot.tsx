import { Skeleton } from "@/components/ui/skeleton";
import { getChosenCustomer } from "@/lib/customers/chosen-customer";
import { CustomerSwitcher } from "./customer-switcher";
import { Soon } from "./soon";

/** Whom the person works for, for the top bar. Its name may have to come from Ion, and nothing waits long for that. */
export function ChosenCustomerSlot() {
  return <Soon content={chosen()} fallback={<Skeleton className="h-8 w-28 sm:w-44" />} />;
}

async function chosen() {
  return <CustomerSwitcher chosen={await getChosenCustomer()} />;
}
