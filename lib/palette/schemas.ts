import * as s from "@/lib/shape";

/** What the palette finds; the order is the order of its groups where none fits better. */
export const PALETTE_KINDS = ["customer", "plan", "order", "subscription"] as const;
export type PaletteKind = (typeof PALETTE_KINDS)[number];

export const PALETTE_GROUP_SIZE = 6;

const itemSchema = s.object({
  id: s.string(),
  title: s.string(),
  /** What tells it apart from others of the same name. */
  detail: s.string().nullable(),
  href: s.string(),
});
export type PaletteItem = s.Infer<typeof itemSchema>;

/** Groups without a hit are left out; the group with the best hit is first. */
export const paletteAnswerSchema = s.object({
  groups: s.array(s.object({ kind: s.oneOf(PALETTE_KINDS), items: s.array(itemSchema) })),
});
export type PaletteAnswer = s.Infer<typeof paletteAnswerSchema>;
