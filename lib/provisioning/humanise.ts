const LONGEST_LABEL = 80;

/**
 * A readable label for a name nobody has words for: `billingEmail` becomes "Billing email", `mpnID_2` "Mpn ID 2".
 * Capitals that form an abbreviation stay together; a very long name is cut.
 */
export function humanise(name: string): string {
  const words = name
    .replace(/([\p{Ll}\p{N}])(\p{Lu})/gu, "$1 $2")
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, "$1 $2")
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => word !== "")
    .map((word) => (isAbbreviation(word) ? word : word.toLowerCase()));
  const label = words.join(" ") || name.trim() || name;
  const characters = [...label];
  const short =
    characters.length > LONGEST_LABEL ? [...characters.slice(0, LONGEST_LABEL - 1), "…"] : characters;
  const [first = "", ...rest] = short;
  return first.toUpperCase() + rest.join("");
}

function isAbbreviation(word: string): boolean {
  return word.length > 1 && word === word.toUpperCase() && word !== word.toLowerCase();
}
