import "server-only";
import { cookies } from "next/headers";
import { cache } from "react";
import { env } from "@/lib/env";
import { currentStandIn } from "./acting-as";
import type { Actor } from "./actor";
import { loadActor } from "./load-actor";
import { readSessionToken } from "./session-token";

const fromSession = cache(async (): Promise<Actor | undefined> => {
  const userId = await readSessionToken((await cookies()).getAll(), env().AUTH_SECRET);
  return userId ? loadActor(userId) : undefined;
});

/** Who is asking, read fresh from the database once per request, so that a changed role counts at once. */
export async function currentActor(): Promise<Actor | undefined> {
  return currentStandIn() ?? fromSession();
}
