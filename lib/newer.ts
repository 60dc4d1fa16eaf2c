/** What a query holds, or what the page's server has sent, whichever is newer. Times in epoch milliseconds. */
export function newer<T>(
  held: { data: T; dataUpdatedAt: number },
  sent: { data: T; asOfMs: number },
): { data: T; dataUpdatedAt: number } {
  return held.dataUpdatedAt >= sent.asOfMs
    ? { data: held.data, dataUpdatedAt: held.dataUpdatedAt }
    : { data: sent.data, dataUpdatedAt: sent.asOfMs };
}
