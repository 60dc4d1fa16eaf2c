import type { Emulator } from "./emulator";
import { seedDatabase } from "./seed/seed";

/** Back to how this run started: seeded data, real time (or `--epoch`), no faults, the variants of the command line. */
export function resetEmulator(emulator: Emulator): void {
  const { clock, settings, variants } = emulator;
  emulator.faults.clear();
  emulator.nextOrders.clear();
  emulator.journal.clear();
  variants.reset();
  clock.freeze(false);
  clock.set(settings.epoch === undefined ? Date.now() : Date.parse(settings.epoch));
  Object.assign(settings, emulator.startSettings);
  seedDatabase(emulator);
}
