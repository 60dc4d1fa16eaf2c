import { getTodaysOrders } from "@/lib/home/get-todays-orders";
import { readPage } from "@/lib/page";
import { LoadProblem } from "../load-problem";
import { TodaysOrders } from "./todays-orders";

export async function HomeOrders() {
  const loaded = await readPage(getTodaysOrders);
  return loaded.ok ? <TodaysOrders initial={loaded.data} /> : <LoadProblem error={loaded.error} />;
}
