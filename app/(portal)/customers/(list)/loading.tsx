import { CustomerListSkeleton } from "./_components/customer-list-skeleton";

export default function CustomersLoading() {
  return <CustomerListSkeleton />;
}
