import { parseSearch, runRoute } from "@/lib/route-handler";
import { listViews } from "@/lib/views/list-views";
import { viewsQuerySchema } from "@/lib/views/view-inputs";

/** The saved views the signed-in person sees. */
export async function GET(request: Request) {
  return runRoute(async () => ({ views: await listViews(parseSearch(viewsQuerySchema, request).list) }));
}
