import { addressRule, regionName } from "./address-rules";
import type { CustomerAddress } from "./schemas";

/** An address line by line, in the order of its country. `country` is the country's name. */
export function formatAddress(address: CustomerAddress, country: string | null): string[] {
  const rule = addressRule(address.country);
  const lines = rule.lines.map((line) =>
    line
      .map((field) => (field === "state" ? stateOn(line, address) : address[field]))
      .filter(Boolean)
      .join(" "),
  );
  return [...lines, country ?? ""].filter((line) => line !== "");
}

/** On a line of its own a state is written out; beside a city its code is what people write. */
function stateOn(line: readonly string[], address: CustomerAddress): string | null {
  return line.length === 1 ? regionName(address.country, address.state) : address.state;
}
