import type { Clock } from "./clock";
import type { FaultList } from "./control/fault-list";
import type { Journal } from "./control/journal";
import type { NextOrders } from "./orders/next-orders";
import type { Settings } from "./settings";
import type { Database } from "./state/database";
import type { Variants } from "./variants";

/** One running emulator: everything a route may touch. */
export type Emulator = {
  settings: Settings;
  /** The settings as they were at start: what a reset goes back to. */
  startSettings: Readonly<Settings>;
  db: Database;
  clock: Clock;
  variants: Variants;
  faults: FaultList;
  journal: Journal;
  nextOrders: NextOrders;
};
