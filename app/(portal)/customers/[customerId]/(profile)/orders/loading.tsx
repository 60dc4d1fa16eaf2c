import { OrdersSkeleton } from "@/app/(portal)/orders/_components/orders-skeleton";

export default function CustomerOrdersLoading() {
  return <OrdersSkeleton withCustomer={false} />;
}
