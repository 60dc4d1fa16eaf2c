import { CartsSkeleton } from "@/app/(portal)/carts/_components/carts-skeleton";

export default function CustomerCartsLoading() {
  return <CartsSkeleton withCustomer={false} />;
}
