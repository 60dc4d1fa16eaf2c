/**
 * On a phone the rows are laid out as entries of a list, and browsers then forget that they are rows. Said in so many
 * words, the roles stay.
 */
export const tableRole = { role: "table" };
export const groupRole = { role: "rowgroup" };
export const rowRole = { role: "row" };
export const cellRole = { role: "cell" };
export const headRole = { role: "columnheader" };
export const rowHeadRole = { role: "rowheader" };
