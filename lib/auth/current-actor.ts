import "server-only";
import { getServerSession } from "next-auth";
import { cache } from "react";
import { currentStandIn } from "./acting-as";
import type { Actor } from "./actor";
import { loadActor } from "./load-actor";
import { authOptions } from "./options";

const fromSession = cache(async (): Promise<Actor | undefined> => {
  const session = await getServerSession(authOptions());
  const userId = session?.user?.id;
  return userId ? loadActor(userId) : undefined;
});

/** Who is asking, read fresh from the database once per request, so that a changed role counts at once. */
export async function currentActor(): Promise<Actor | undefined> {
  return currentStandIn() ?? fromSession();
}
