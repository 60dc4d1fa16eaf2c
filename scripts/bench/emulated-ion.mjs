/** How slow Ion is where it is slow, in milliseconds. */
export const ION_MS = 800;

/**
 * Sets how long the emulator waits before each answer.
 * @param {string} emulatorUrl
 * @returns {(ms: number) => Promise<unknown>}
 */
export function ionSpeed(emulatorUrl) {
  return (ms) => control(emulatorUrl, "latency", { ms });
}

/** Lets the emulator's time stand still: among 50,000 subscriptions one renews every minute or so. */
export function freezeIon(emulatorUrl) {
  return control(emulatorUrl, "clock", { frozen: true });
}

async function control(emulatorUrl, path, body) {
  const { status } = await fetch(`${emulatorUrl}/_emulator/${path}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  if (status !== 200) throw new Error(`The emulator answered ${status} to ${path}.`);
}

/**
 * The same measurement with Ion fast and slow, in turns: what else changes on the machine meanwhile meets both, and which
 * of the two comes first changes from turn to turn, because the second one finds caches warm and garbage to collect. Both
 * have to ask for the same. With some thousand times of each, of which few are taken in one turn, two p95 of the same thing
 * differ by three or four per cent; with four hundred in turns of forty it was ten, as much as the bound.
 * @param {(ms: number) => Promise<unknown>} setIonSpeed
 * @param {() => Promise<number[]>} time
 */
export function fastAndSlow(setIonSpeed, time) {
  const times = { fast: [], slow: [] };
  const speeds = [
    { ms: 0, found: times.fast },
    { ms: ION_MS, found: times.slow },
  ];
  return {
    times,
    async turn() {
      for (const { ms, found } of speeds) {
        await setIonSpeed(ms);
        found.push(...(await time()));
      }
      speeds.reverse();
    },
  };
}
