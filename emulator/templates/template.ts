/**
 * One provisioning template of CONTRACT.md section 5.1. Ion tells only the attribute names (`names`); which of them
 * an order must carry (`required`) and which values it accepts (`values`) shows only when an order is refused.
 */
export type Template = {
  number: string;
  title: string;
  vendor: "MICROSOFT" | "GOOGLE" | "IBM" | "SOPHOS" | "MCAFEE" | "ITG";
  providers: readonly string[];
  action: "CREATE" | "UPDATE";
  names: readonly string[];
  required: readonly string[];
  values?: Readonly<Record<string, readonly string[]>>;
};

type Row = Omit<Template, "vendor" | "providers">;

/** Templates that share their vendor and providers. */
export function group(vendor: Template["vendor"], providers: readonly string[], rows: Row[]): Template[] {
  return rows.map((row) => ({ vendor, providers, ...row }));
}
