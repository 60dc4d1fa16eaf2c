import type { ClientBase } from "pg";

/** What the portal's processes tell each other, and the parts of one. A message is small and may get lost: "look again". */
const CHANNELS = ["mirror_changed", "sync_progress"] as const;
export type Channel = (typeof CHANNELS)[number];

/** From now on this connection is sent the messages of all channels. */
export async function listenToAll(client: ClientBase): Promise<void> {
  for (const channel of CHANNELS) await client.query(`LISTEN ${channel}`);
}
