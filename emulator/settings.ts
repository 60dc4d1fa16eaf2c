export const SCALES = ["demo", "medium", "large"] as const;
export type Scale = (typeof SCALES)[number];

/** How one run of the emulator behaves. Everything but `port` and `dataDir` can be changed later under `/_emulator`. */
export type Settings = {
  /** 0 asks the system for a free port. */
  port: number;
  scale: Scale;
  /** Same seed number and scale, same data. */
  seed: number;
  /** Folder for the database file; undefined keeps the state in memory. */
  dataDir?: string;
  /** Throw the stored state away and seed again. */
  fresh: boolean;
  /** Added to every Ion call, in real milliseconds. */
  latencyMs: number;
  /** Emulator seconds from the answer of a create order to COMPLETED. */
  orderSeconds: number;
  /** Share (0..1) of new orders that stay ON_HOLD or end in ERROR. */
  orderTrouble: number;
  /** Calls per second and account before 429; 0 is no limit. */
  rateLimit: number;
  /** Emulator days until an open cart is gone. */
  cartDays: number;
  /** Where the emulator's clock starts, ISO 8601; undefined is the real time. */
  epoch?: string;
  /** `name=value` pairs, see variant-table.ts. */
  variants: string[];
};

export const defaultSettings: Settings = {
  port: 4010,
  scale: "demo",
  seed: 1,
  fresh: false,
  latencyMs: 0,
  orderSeconds: 6,
  orderTrouble: 0.1,
  rateLimit: 0,
  cartDays: 30,
  variants: [],
};
