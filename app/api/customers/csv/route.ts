import { z } from "zod";
import { CUSTOMER_COLUMNS } from "@/lib/customers/customer-list-query";
import { customerListQuerySchema } from "@/lib/customers/customer-list-schema";
import { exportCustomers } from "@/lib/customers/export-customers";
import { commaList } from "@/lib/lists/list-params-schema";
import { parseSearch, runResponse } from "@/lib/route-handler";

const searchSchema = customerListQuerySchema.extend({
  columns: commaList(z.enum(CUSTOMER_COLUMNS)).optional(),
});

/** The list of customers as a file. */
export async function GET(request: Request) {
  return runResponse(async () => {
    const { columns, ...query } = parseSearch(searchSchema, request);
    return exportCustomers(query, columns);
  });
}
