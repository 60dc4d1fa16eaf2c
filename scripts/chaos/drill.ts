import type { Random } from "@/emulator/random";
import type { Shop } from "./shop";

/** What a drill gets. */
export type Setting = {
  seed: number;
  quick: boolean;
  random: Random;
  /** Two portals with people who order; in the quick form the same for all drills that ask. */
  openShop: () => Promise<Shop>;
  /** Says on stderr what happens now. */
  note: (sentence: string) => void;
};

/** What a drill found. Everything beyond the first eight is for people who want to know more. */
export type Outcome = {
  attempts: number;
  /** Faults that hit a call. */
  faults: number;
  kills: number;
  duplicates: number;
  lost: number;
  unknown: number;
  /** Sentences of what is not as promised; the drill is ok when there are none. */
  wrong: string[];
  /** Further figures for the JSON line. */
  figures?: Record<string, number | string>;
};

export type Drill = { name: string; what: string; run: (setting: Setting) => Promise<Outcome> };

export const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** Asks again and again until the answer is not undefined; undefined when the time is up. */
export async function until<T>(
  seconds: number,
  ask: () => Promise<T | undefined>,
  everyMs = 250,
): Promise<T | undefined> {
  const end = Date.now() + seconds * 1000;
  for (;;) {
    const found = await ask();
    if (found !== undefined || Date.now() > end) return found;
    await sleep(everyMs);
  }
}
