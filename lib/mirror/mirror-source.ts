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
import type { DetailFields } from "./detail-fields";
import type { Json } from "./plain-object";

export type MirrorTable =
  | typeof mirrorProducts
  | typeof mirrorCustomers
  | typeof mirrorOrders
  | typeof mirrorSubscriptions;

/** The columns the engine fills by itself. */
type Kept = "accountId" | "hash" | "readAt" | "missedPasses";

/** A row of the mirror as its domain makes it, with the rows that belong to it (plans of a product, items of an order). */
export type MirrorRow<Table extends MirrorTable = MirrorTable> = {
  columns: { id: string; raw: Json } & Omit<InferInsertModel<Table>, Kept>;
  /**
   * One list a table of the source's `children`, in the same order; keys as in the Drizzle table, without account and
   * parent id, which the engine fills in.
   */
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

/** How to ask for a page: a page that is too large is asked for again in smaller ones. */
export type PageRequest = { pageSize: number; signal?: AbortSignal | undefined };

/** What the engine knows of a row when it speaks of it: its columns without `raw`. */
export type KnownColumns = { id: string; customerId?: string | null } & Record<string, unknown>;

/**
 * What the sync engine has to know of a resource; each domain describes its own (`lib/<domain>/<x>-mirror.ts`), the engine
 * knows no domain. `Item` is what the Ion client answers with. Methods, not properties, so that a source of one item is a
 * source of any to the engine, which hands items only to the source they came from.
 */
export type MirrorSource<Item = unknown, Table extends MirrorTable = MirrorTable> = {
  resource: MirrorResource;
  table: Table;
  /** Tables whose rows live and die with a row of this one, and the key of the Drizzle column that names it. */
  children: readonly { table: PgTable; parentColumn: string }[];
  idOf(item: Item): string;
  /** Pure, and the same for the same item: the hash is made of it. */
  toRow(item: Item, context: MirrorContext): MirrorRow<Table>;
  /** Ion's item out of the `raw` that was kept; throws when it can't be read. */
  fromRaw(raw: Record<string, unknown>): Item;
  /** What only `readOne` brings and lists don't: kept when a list is read again. Absent where both say the same. */
  detail?: DetailFields;
  /** Keeps what `toRow` needs besides the item, fresh from Ion (names of providers). At the start of a full pass. */
  prepare?(ion: IonClient, accountId: string): Promise<void>;
  /** What `prepare` kept, from the database; absent where `toRow` needs nothing. */
  context?(accountId: string): Promise<MirrorContext>;
  /** One page of the whole list, in an order that does not move under the reader where Ion offers one. */
  readPage(ion: IonClient, from: string | null, request: PageRequest): Promise<MirrorPage<Item>>;
  /** Where the list goes on behind one row that can't be had, for lists by offset; absent where only Ion knows. */
  skipOne?(from: string | null): string;
  /** One page of what changed last, newest first; absent where Ion can't tell. The engine stops at its watermark. */
  readChangedPage?(ion: IonClient, from: string | null, request: PageRequest): Promise<MirrorPage<Item>>;
  /** The item as Ion has it now; null for a 404. */
  readOne(ion: IonClient, columns: KnownColumns): Promise<Item | null>;
  /** When Ion last changed it (ISO time): the watermark of incremental passes. */
  changedAt(item: Item): string | null;
  /** Columns (keys of the Drizzle table) in which a change of many rows at once is not believed. */
  watched: readonly string[];
  /** What a person knows a row by. */
  nameOf(columns: KnownColumns): string;
};

/** A source as the engine takes it: whatever its items and its table are. */
export type AnySource<Item = unknown> = Omit<MirrorSource<Item>, "toRow"> & {
  toRow(item: Item, context: MirrorContext): { columns: { raw: Json }; children?: Json[][] };
};

/** Names of the account's cloud providers by id. */
export type MirrorContext = { providerNames: ReadonlyMap<string, string> };

export const NO_CONTEXT: MirrorContext = { providerNames: new Map() };
