import "server-only";

/**
 * What `work` comes to, or undefined when it takes longer than that; it then goes on unheard. Throws what `work` throws
 * in time.
 */
export async function withinPatience<T>(work: Promise<T>, patienceMs: number): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const over = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), patienceMs);
  });
  // Whoever has stopped listening must not bring the process down.
  work.catch(() => undefined);
  try {
    return await Promise.race([work, over]);
  } finally {
    clearTimeout(timer);
  }
}
