import { z } from "zod";

const MAX_LENGTH = 4_096;

/** A refresh token as people paste it: blanks and line breaks around it are theirs, none may be in it. */
export const replaceTokenInput = z.object({
  refreshToken: z
    .string()
    .trim()
    .min(1, "required")
    .max(MAX_LENGTH, "tooLong")
    .regex(/^[\x21-\x7e]+$/, "tokenSpaces"),
});

export const noInput = z.object({});
