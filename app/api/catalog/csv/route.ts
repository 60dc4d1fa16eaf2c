import { z } from "zod";
import { CATALOG_COLUMNS } from "@/lib/catalog/catalog-columns";
import { exportCatalog } from "@/lib/catalog/export-catalog";
import { catalogQuerySchema } from "@/lib/catalog/inputs";
import { commaList } from "@/lib/lists/list-params-schema";
import { parseSearch, runResponse } from "@/lib/route-handler";

const searchSchema = catalogQuerySchema
  .omit({ cursor: true, limit: true })
  .extend({ columns: commaList(z.enum(CATALOG_COLUMNS)).optional() });

/** The plans the catalog's list has found, as a file. */
export async function GET(request: Request) {
  return runResponse(async () => {
    const { columns, ...query } = parseSearch(searchSchema, request);
    return exportCatalog(query, columns);
  });
}
