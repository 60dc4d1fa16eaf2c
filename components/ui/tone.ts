/** What a state means to the reader; the colour, dot and icon follow from it. */
export type Tone = "neutral" | "ok" | "waiting" | "attention" | "danger" | "info";

export const softClass: Record<Tone, string> = {
  neutral: "bg-surface-2 text-2",
  ok: "bg-ok-soft text-ok-text",
  waiting: "bg-waiting-soft text-waiting-text",
  attention: "bg-attention-soft text-attention-text",
  danger: "bg-danger-soft text-danger-text",
  info: "bg-info-soft text-info-text",
};

export const solidClass: Record<Tone, string> = {
  neutral: "text-3",
  ok: "text-ok",
  waiting: "text-waiting",
  attention: "text-attention",
  danger: "text-danger",
  info: "text-info",
};
