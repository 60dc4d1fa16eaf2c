import { AppError } from "@/lib/errors";
import { isIonError } from "@/lib/ion/errors";

/** For `.catch`: a customer Ion does not know is NOT_FOUND like one of somebody else; the rest passes. */
export function notFoundHere(error: unknown): never {
  if (isIonError(error, "not-found")) throw new AppError("NOT_FOUND", { cause: error });
  throw error;
}
