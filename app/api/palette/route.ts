import { z } from "zod";
import { typedText } from "@/lib/lists/list-params-schema";
import { findAnything } from "@/lib/palette/find-anything";
import { parseSearch, runRoute } from "@/lib/route-handler";

const searchSchema = z.object({ q: typedText.optional() });

/** What the command palette finds for a text. */
export async function GET(request: Request) {
  return runRoute(() => findAnything(parseSearch(searchSchema, request).q ?? ""));
}
