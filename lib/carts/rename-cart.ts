import "server-only";
import { type Changed, changeCart } from "./change-cart";
import type { RenameCartInput } from "./inputs";
import { writeCart } from "./write-cart";

/** Gives a cart a name that people recognise it by, also one that rests. */
export async function renameCart(input: RenameCartInput): Promise<Changed<null>> {
  return changeCart(input, { action: "carts:rename", anyState: true }, async (now) => {
    await writeCart(now, { displayName: input.displayName });
    return null;
  });
}
