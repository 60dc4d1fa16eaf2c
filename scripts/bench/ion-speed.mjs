/** How slow Ion is where it is slow, in milliseconds. */
export const ION_MS = 800;

/**
 * Sets how long the emulator waits before each answer.
 * @param {string} emulatorUrl
 * @returns {(ms: number) => Promise<unknown>}
 */
export function ionSpeed(emulatorUrl) {
  return (ms) =>
    fetch(`${emulatorUrl}/_emulator/latency`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ ms }),
    });
}

/**
 * The same measurement with Ion fast and slow, in turns: what else changes on the machine meanwhile meets both. With some
 * thousand times of each, of which few are taken in one turn, two p95 of the same thing differ by three or four per cent;
 * with four hundred in turns of forty it was ten, as much as the bound.
 * @param {(ms: number) => Promise<unknown>} setIonSpeed
 * @param {number} turns
 * @param {() => Promise<number[]>} time
 */
export async function fastAndSlow(setIonSpeed, turns, time) {
  const [fast, slow] = [[], []];
  for (let turn = 0; turn < turns; turn += 1) {
    await setIonSpeed(0);
    fast.push(...(await time()));
    await setIonSpeed(ION_MS);
    slow.push(...(await time()));
  }
  return { fast, slow };
}
