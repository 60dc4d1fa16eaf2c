/** All tables, for the Drizzle client. Everybody else imports the one file they need. */
export * from "./accounts";
export * from "./audit";
export * from "./carts";
export * from "./connections";
export * from "./mirror";
export * from "./order-intents";
export * from "./orders";
export * from "./saved-views";
export * from "./sign-in-attempts";
export * from "./sync-runs";
export * from "./users";
