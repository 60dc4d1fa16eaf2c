import { customType } from "drizzle-orm/pg-core";

/**
 * Text that is put in order byte by byte (collation "C"): the same order on every server, and the one a key for paging
 * can be compared by. What people see sorted goes through `sortKey` of lib/mirror first.
 */
export const orderedText = customType<{ data: string }>({ dataType: () => 'text COLLATE "C"' });
