import "server-only";
import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "@/lib/db/client";
import { notify } from "@/lib/db/notify";
import { type MirrorResource, mirrorState } from "@/lib/db/schema/mirror";
import { selectRows } from "./select-rows";

const raised = z.object({ version: z.coerce.number() });

/**
 * Raises the version of a mirror inside the transaction that changed its rows, so that whoever sees the version sees the
 * rows. With `tell`, everybody hears of it when the transaction is committed. Answers with the new version.
 */
export async function raiseVersion(
  tx: Db,
  accountId: string,
  resource: MirrorResource,
  { tell = true }: { tell?: boolean } = {},
): Promise<number> {
  const [row] = await selectRows(
    tx,
    raised,
    sql`insert into ${mirrorState} (account_id, resource, version) values (${accountId}, ${resource}, 1)
      on conflict (account_id, resource) do update set version = ${mirrorState}.version + 1 returning version`,
  );
  const version = row?.version ?? 0;
  if (tell) await tellChanged(tx, accountId, resource, version);
  return version;
}

/** Says that a mirror has changed, to every process that listens. */
export async function tellChanged(
  db: Db,
  accountId: string,
  resource: MirrorResource,
  version: number,
): Promise<void> {
  await notify(db, "mirror_changed", JSON.stringify({ accountId, resource, version }));
}
