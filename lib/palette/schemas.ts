import { z } from "zod";

/** What the palette finds; the order is the order of its groups where none fits better. */
export const PALETTE_KINDS = ["customer", "plan", "order", "subscription"] as const;
export type PaletteKind = (typeof PALETTE_KINDS)[number];

export const PALETTE_GROUP_SIZE = 6;

const itemSchema = z.object({
  id: z.string(),
  title: z.string(),
  /** What tells it apart from others of the same name. */
  detail: z.string().nullable(),
  href: z.string(),
});
export type PaletteItem = z.infer<typeof itemSchema>;

/** Groups without a hit are left out; the group with the best hit is first. */
export const paletteAnswerSchema = z.object({
  groups: z.array(z.object({ kind: z.enum(PALETTE_KINDS), items: z.array(itemSchema) })),
});
export type PaletteAnswer = z.infer<typeof paletteAnswerSchema>;
