import { getTodaysOrders } from "@/lib/home/get-todays-orders";
import { listUnconfirmedOrders } from "@/lib/home/list-unconfirmed-orders";
import { readPage } from "@/lib/page";
import { LoadProblem } from "../../_components/load-problem";
import { TodaysOrders } from "./todays-orders";
import { UnconfirmedOrders } from "./unconfirmed-orders";

/** The orders of today. With Ion down, what waits for Ion's confirmation is still told: that is when it matters. */
export async function HomeOrders() {
  const loaded = await readPage(getTodaysOrders);
  if (loaded.ok) return <TodaysOrders initial={loaded.data} />;
  const unconfirmed = await readPage(listUnconfirmedOrders);
  return (
    <div className="grid min-w-0 content-start gap-8">
      {unconfirmed.ok && unconfirmed.data.length > 0 && <UnconfirmedOrders orders={unconfirmed.data} />}
      <LoadProblem error={loaded.error} />
    </div>
  );
}
