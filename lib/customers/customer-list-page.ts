import { listPageSchema } from "@/lib/lists/list-page";
import * as s from "@/lib/shape";
import { customerRowSchema, customerStatusSchema } from "./schemas";

const count = s.int();

/** Values and how many rows have each, among the rows that match every other filter; by the number of rows. */
const facetsSchema = s.object({
  status: s.array(s.object({ value: customerStatusSchema, count })),
  /** By name in the reader's language. */
  country: s.array(s.object({ value: s.string(), name: s.string(), count })),
});

/** A page of customers. What counts come with the first page only. */
export const customerListPageSchema = listPageSchema(customerRowSchema).extend({
  /** How many this person may see at all. */
  unfilteredTotal: count.nullable(),
  facets: facetsSchema.nullable(),
});
export type CustomerListPage = s.Infer<typeof customerListPageSchema>;
export type CustomerFacets = s.Infer<typeof facetsSchema>;
