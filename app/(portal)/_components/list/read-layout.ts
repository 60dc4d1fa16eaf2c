import "server-only";
import { cookies } from "next/headers";
import { layoutCookie, readTableLayout, type TableLayout } from "@/lib/preferences";

/** Row height and columns that this browser remembers for a list, so that the server's paint has them. */
export async function readLayout(tableId: string): Promise<TableLayout> {
  return readTableLayout((await cookies()).get(layoutCookie(tableId))?.value);
}
