/** A person's choice as far as they made it: `key` is the plan's, null while nothing was chosen. */
export type PlanChoice = { key: string | null; quantity: number };

export const NO_CHOICE: PlanChoice = { key: null, quantity: 1 };
