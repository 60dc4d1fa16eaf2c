import "server-only";
import { AppError } from "@/lib/errors";
import { isIonError } from "@/lib/ion/errors";

/**
 * Sends a change of a cart and, when Ion's answer is lost, looks whether it took effect before anything is said. Never
 * sends twice.
 *
 * `lookAgain` returns what the write would have returned, or undefined when Ion does not show it. Throws AppError
 * CART_NOT_SAVED when the change is not there, and Ion's own error when it refused or can't be asked.
 */
export async function settledWrite<T>(
  write: () => Promise<T>,
  lookAgain: () => Promise<T | undefined>,
): Promise<T> {
  try {
    return await write();
  } catch (error) {
    if (!isIonError(error) || !error.mayHaveHappened) throw error;
    const found = await lookAgain().catch(() => {
      throw error;
    });
    if (found === undefined) throw new AppError("CART_NOT_SAVED", { cause: error });
    return found;
  }
}
