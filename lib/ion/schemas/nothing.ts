import { z } from "zod";

/** An answer of which nothing is needed: `{}` or an empty body. */
export const nothingSchema = z.unknown().transform(() => undefined);
