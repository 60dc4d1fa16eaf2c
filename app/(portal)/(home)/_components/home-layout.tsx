import type { ReactNode } from "react";

/** The home page's two columns: what happens with orders, and what waits beside them. */
export function HomeLayout({ orders, aside }: { orders: ReactNode; aside: ReactNode }) {
  return (
    <div className="grid gap-x-10 gap-y-8 lg:grid-cols-[minmax(0,1fr)_20rem]">
      {orders}
      <div className="grid min-w-0 content-start gap-8">{aside}</div>
    </div>
  );
}
