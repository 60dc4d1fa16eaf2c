/**
 * The fixed mix of 200 catalog searches over the plans of a CSV: broad words, two words, prefixes as they are typed,
 * misspellings, SKUs, part numbers and no hit, 25 addresses each with one doubled; every fourth with facets.
 * @param {{ name: string, skuId: string, partNumber: string, vendor: string }[]} plans
 * @returns {string[]} search params
 */
export function searchMix(plans) {
  const at = (number) => plans[(number * 7_919) % plans.length];
  const words = [...new Set(plans.flatMap(({ name }) => name.toLowerCase().match(/[\p{L}\d]{3,}/gu) ?? []))];
  const count = new Map();
  for (const { name } of plans) {
    for (const word of new Set(name.toLowerCase().match(/[\p{L}\d]{3,}/gu) ?? []))
      count.set(word, (count.get(word) ?? 0) + 1);
  }
  const broad = words.sort((one, other) => (count.get(other) ?? 0) - (count.get(one) ?? 0)).slice(0, 40);
  const wordsOf = (number) => at(number).name.match(/[\p{L}\d]{3,}/gu) ?? ["office"];
  const swapped = (word) => (word.length < 5 ? word : word.slice(0, 2) + word[3] + word[2] + word.slice(4));
  const kinds = [
    (number) => broad[number % broad.length],
    (number) => `${broad[number % broad.length]} ${wordsOf(number).at(-1)}`,
    (number) => broad[number % broad.length].slice(0, 1 + (number % 4)),
    (number) => `${wordsOf(number)[0]} ${(wordsOf(number)[1] ?? "").slice(0, 2 + (number % 3))}`,
    (number) => wordsOf(number).slice(0, 2).map(swapped).join(" "),
    (number) => at(number).skuId,
    (number) => (number % 3 === 0 ? at(number).partNumber : at(number).partNumber.slice(0, 7)),
    (number) => `qzx${number}wv kjh`,
  ];
  const vendors = [...new Set(plans.map(({ vendor }) => vendor).filter(Boolean))].slice(0, 3).join(",");
  const facets = [
    { vendor: vendors },
    { billing: "annual", orderable: "true" },
    { term: "P1Y" },
    { billing: "monthly" },
  ];
  return kinds.flatMap((question) =>
    Array.from({ length: 25 }, (_, number) =>
      new URLSearchParams({
        q: question(number),
        ...(number % 4 === 3 ? facets[number % facets.length] : {}),
      }).toString(),
    ),
  );
}

/** p95 in milliseconds of a plain scan over the same names for the same questions: the floor. */
export function scanTimes(plans, searches) {
  const names = plans.map(({ name }) => name.toLowerCase());
  return searches.map((address) => {
    const q = (new URLSearchParams(address).get("q") ?? "").toLowerCase();
    const begin = performance.now();
    names.filter((name) => name.includes(q));
    return performance.now() - begin;
  });
}

/** The rows of a CSV (RFC 4180) as arrays of texts. */
export function parseCsv(text) {
  const rows = [[""]];
  let quoted = false;
  for (let index = text.charCodeAt(0) === 0xfeff ? 1 : 0; index < text.length; index += 1) {
    const char = text[index];
    const row = rows.at(-1);
    if (quoted) {
      if (char !== '"') row[row.length - 1] += char;
      else if (text[index + 1] === '"') {
        row[row.length - 1] += '"';
        index += 1;
      } else quoted = false;
    } else if (char === '"') quoted = true;
    else if (char === ",") row.push("");
    else if (char === "\n") rows.push([""]);
    else if (char !== "\r") row[row.length - 1] += char;
  }
  return rows.filter((row) => row.length > 1 || row[0] !== "");
}
