/** What is known of one thing: as Ion has it now, or as the mirror kept it, with the time at which Ion was asked. */
export type Known<T> = { value: T; asOf: string; live: boolean };
