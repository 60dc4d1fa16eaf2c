import { z } from "zod";
import { listPageSchema } from "@/lib/lists/list-page";
import { customerRowSchema, customerStatusSchema } from "./schemas";

const count = z.number().int();

/** Values and how many rows have each, among the rows that match every other filter; by the number of rows. */
const facetsSchema = z.object({
  status: z.array(z.object({ value: customerStatusSchema, count })),
  /** By name in the reader's language. */
  country: z.array(z.object({ value: z.string(), name: z.string(), count })),
});

/** A page of customers. What counts come with the first page only. */
export const customerListPageSchema = listPageSchema(customerRowSchema).extend({
  /** How many this person may see at all. */
  unfilteredTotal: count.nullable(),
  facets: facetsSchema.nullable(),
});
export type CustomerListPage = z.infer<typeof customerListPageSchema>;
export type CustomerFacets = z.infer<typeof facetsSchema>;
