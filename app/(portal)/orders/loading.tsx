import { OrdersSkeleton } from "./_components/orders-skeleton";

export default function OrdersLoading() {
  return <OrdersSkeleton withCustomer />;
}
