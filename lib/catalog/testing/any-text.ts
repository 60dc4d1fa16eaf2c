import fc from "fast-check";

/** Any text at all, control characters and halves of surrogate pairs included. */
export const anyText = fc.string({
  unit: fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)),
});
