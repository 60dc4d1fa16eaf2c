/** Query keys of how Ion is doing; the first is a prefix of all. */
export const connectionKeys = {
  all: ["connection"] as const,
  details: ["connection", "details"] as const,
};
