import type { InferInsertModel } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import type {
  MirrorResource,
  mirrorCustomers,
  mirrorOrders,
  mirrorProducts,
  mirrorSubscriptions,
} from "@/lib/db/schema/mirror";
import type { SyncSkip } from "@/lib/db/schema/sync-runs";
import type { IonClient } from "@/lib/ion/client";

export type MirrorTable =
  | typeof mirrorProducts
  | typeof mirrorCustomers
  | typeof mirrorOrders
  | typeof mirrorSubscriptions;

/** The columns the engine fills by itself. */
type Kept = "accountId" | "hash" | "readAt" | "missedPasses";

/** A row of the mirror as its domain makes it, with the rows that belong to it (plans of a product, items of an order). */
export type MirrorRow<Table extends MirrorTable = MirrorTable> = {
  columns: Omit<InferInsertModel<Table>, Kept>;
  /** One list a table of `children`, in the same order; without account and parent id, which the engine fills in. */
  children?: Record<string, unknown>[][];
};

/** A page of one of Ion's lists. */
export type MirrorPage<Item> = {
  items: Item[];
  /** What could not be read: rows without ids, rows that make no sense. `page` is filled in by the engine. */
  skipped: Omit<SyncSkip, "page">[];
  /** Where the next page begins; null at the end of the list. */
  next: string | null;
  /** How many rows the whole list has, when Ion says so. */
  total: number | null;
};

/**
 * What the sync engine has to know of a resource; each domain describes its own (`lib/<domain>/<x>-mirror.ts`), the engine
 * knows no domain. `Item` is what the Ion client answers with.
 */
export type MirrorSource<Item = unknown, Table extends MirrorTable = MirrorTable> = {
  resource: MirrorResource;
  table: Table;
  /** Tables whose rows live and die with a row of this one, and the column that names it. */
  children: { table: PgTable; parentColumn: string }[];
  idOf: (item: Item) => string;
  /** Pure, and the same for the same item: the hash is made of it. */
  toRow: (item: Item, context: MirrorContext) => MirrorRow<Table>;
  /** Ion's item out of the `raw` that was kept; throws when it can't be read. */
  fromRaw: (raw: Record<string, unknown>) => Item;
  /** Reads what `toRow` needs besides the item: names of providers. Once a run. */
  prepare?: (ion: IonClient, accountId: string) => Promise<MirrorContext>;
  /** One page of the whole list, in an order that does not move under the reader where Ion offers one. */
  readPage: (ion: IonClient, from: string | null) => Promise<MirrorPage<Item>>;
  /** One page of what changed since `since` (ISO time), newest first; absent where Ion can't tell. */
  readChangedPage?: (ion: IonClient, from: string | null, since: string) => Promise<MirrorPage<Item>>;
  /** The item as Ion has it now; null for a 404. */
  readOne: (ion: IonClient, columns: { id: string; customerId?: string | null }) => Promise<Item | null>;
  /** When Ion last changed it: the watermark of incremental passes. */
  changedAt: (item: Item) => string | null;
  /** Columns in which a change of many rows at once is not believed. */
  watched: readonly string[];
  /** What a person knows a row by. */
  nameOf: (columns: { id: string }) => string;
};

/** Names of the account's cloud providers by id. */
export type MirrorContext = { providerNames: ReadonlyMap<string, string> };
