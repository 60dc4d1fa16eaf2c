import { mirrorCustomers } from "@/lib/db/schema/mirror";
import { makeAccount } from "@/lib/db/testing/people";
import { storeRefreshToken } from "@/lib/ion/connect";
import { detailFields } from "../detail-fields";
import type { MirrorPage, MirrorSource } from "../mirror-source";

/** A row of a list that a test scripts. `note` is a field that only the answer about a single item holds. */
export type ScriptedItem = { id: string; name: string; status?: string; changedAt?: string; note?: string };

/** One of Ion's lists as a test wants it, kept in the table of customers. No call leaves the process. */
export function scriptedSource(first: ScriptedItem[] = []) {
  const script = {
    items: first,
    pageSize: 10,
    /** Pages asked for, by where they begin. */
    asked: [] as (string | null)[],
    /** Items asked for one by one. */
    askedOne: [] as string[],
    /** Called before a page is answered. */
    onPage: undefined as ((from: string | null) => void | Promise<void>) | undefined,
    /** What Ion has of an item that is not in the list any more. */
    hidden: new Map<string, ScriptedItem | Error>(),
  };
  const source: MirrorSource<ScriptedItem, typeof mirrorCustomers> = {
    resource: "customers",
    table: mirrorCustomers,
    children: [],
    idOf: ({ id }) => id,
    toRow: (item) => ({
      columns: {
        id: item.id,
        organization: item.name,
        sortName: item.name,
        status: item.status ?? "active",
        search: item.name,
        domain: item.note ?? null,
        updatedAt: item.changedAt ?? null,
        raw: { ...item },
      },
    }),
    fromRaw: (raw) => raw as ScriptedItem,
    detail: detailFields("note"),
    readPage: async (_ion, from) => {
      await script.onPage?.(from);
      script.asked.push(from);
      return pageOf(script.items, from, script.pageSize);
    },
    readOne: async (_ion, { id }) => {
      script.askedOne.push(id);
      const hidden = script.hidden.get(id);
      if (hidden instanceof Error) throw hidden;
      return hidden ?? script.items.find((item) => item.id === id) ?? null;
    },
    changedAt: ({ changedAt }) => changedAt ?? null,
    watched: ["organization", "status"],
    nameOf: ({ id, organization }) => (typeof organization === "string" ? organization : id),
  };
  const changing: typeof source = {
    ...source,
    readChangedPage: async (_ion, from) => {
      script.asked.push(`changed:${from}`);
      const newestFirst = script.items.toSorted((a, b) =>
        (a.changedAt ?? "") < (b.changedAt ?? "") ? 1 : -1,
      );
      return pageOf(newestFirst, from, script.pageSize);
    },
  };
  return { source, changing, script };
}

function pageOf(items: ScriptedItem[], from: string | null, size: number): MirrorPage<ScriptedItem> {
  const start = Number(from ?? 0);
  const next = start + size < items.length ? String(start + size) : null;
  return { items: items.slice(start, start + size), skipped: [], next, total: items.length };
}

/** `count` items with ids that sort as they are numbered. */
export function someItems(count: number, over: Partial<ScriptedItem> = {}): ScriptedItem[] {
  return Array.from({ length: count }, (_, index) => ({
    id: String(1000 + index),
    name: `Customer ${index}`,
    ...over,
  }));
}

/** A reseller account with credentials that are never used. */
export async function connectedAccount(): Promise<string> {
  const { id } = await makeAccount();
  await storeRefreshToken(id, "never-used");
  return id;
}
