import { fold } from "@/lib/fold";

/** Several texts as one that is searched by its parts: "\n" + a text + "\n" finds it only as a whole. */
export function searchText(...texts: (string | null)[]): string {
  const folded = new Set(texts.flatMap((text) => (text ? [fold(text)] : [])));
  return `\n${[...folded].join("\n")}\n`;
}
