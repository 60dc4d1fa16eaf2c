/** True when Ion gave no answer to a command, so that nobody may say that nothing happened. */
export function isUnconfirmed(error: { code: string }): boolean {
  return error.code === "ION_OUTCOME_UNKNOWN";
}
