/** The reseller accounts of every emulator. Two of them, so that one can be refused the other's data. */
export type Account = {
  accountId: string;
  name: string;
  currency: string;
  country: string;
  /** The vendor above the reseller ("ISV account"). */
  isvId: string;
  user: { id: string; name: string; email: string };
};

export const ACCOUNTS: readonly [Account, Account] = [
  {
    accountId: "10001",
    name: "Northwind Cloud Partners",
    currency: "USD",
    country: "US",
    isvId: "15718",
    user: { id: "44019", name: "Reseller Portal", email: "api@northwind-cloud.example" },
  },
  {
    accountId: "10002",
    name: "Fjordlys IT AS",
    currency: "USD",
    country: "NO",
    isvId: "15718",
    user: { id: "44018", name: "Fjordlys API", email: "api@fjordlys.example" },
  },
];

export function findAccount(accountId: string): Account | undefined {
  return ACCOUNTS.find((account) => account.accountId === accountId);
}

/** @throws Error for an account that does not exist: callers have authorised it before. */
export function requireAccount(accountId: string): Account {
  const account = findAccount(accountId);
  if (!account) throw new Error(`unknown account ${accountId}`);
  return account;
}
