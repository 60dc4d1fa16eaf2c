import { getTodaysOrders } from "@/lib/home/get-todays-orders";
import { runRoute } from "@/lib/route-handler";

export async function GET() {
  return runRoute(getTodaysOrders);
}
