const MAX_LENGTH = 20_000;
const ENTITIES: Record<string, string> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: " ",
  ndash: "–",
  mdash: "—",
  hellip: "…",
  rsquo: "’",
  lsquo: "‘",
  rdquo: "”",
  ldquo: "“",
  bull: "•",
  reg: "®",
  trade: "™",
  copy: "©",
  euro: "€",
  eacute: "é",
  egrave: "è",
  agrave: "à",
  ccedil: "ç",
};

/**
 * A vendor's marketing text, which may hold any markup, as plain text: paragraphs are separated by a blank line, list
 * items start with "• ", what scripts, styles and frames hold is gone. The result is text, never to be set as HTML.
 * Null when nothing readable is left. Every expression reads on from where it stopped, so no text makes it slow.
 */
export function toPlainText(markup: string | null): string | null {
  if (!markup) return null;
  const text = withoutElements(markup.slice(0, MAX_LENGTH))
    .replaceAll(/<!--|-->/g, "\n")
    .replaceAll(/<li\b[^<>]*>/gi, "\n• ")
    .replaceAll(/<\/?(?:p|div|h[1-6]|ul|ol|table|section|article|blockquote)\b[^<>]*>/gi, "\n\n")
    .replaceAll(/<(?:br|hr|\/tr|\/li)\b[^<>]*>/gi, "\n")
    .replaceAll(/<[/!?a-z][^<>]*>/gi, "");
  const lines = decodeEntities(text)
    .split(/\r?\n/)
    .map((line) => line.replaceAll(/[\s\u00a0]+/g, " ").trim());
  const readable = lines
    .filter((line, index) => line !== "" || (index > 0 && lines[index - 1] !== ""))
    .join("\n")
    .replaceAll("\n\n• ", "\n• ")
    .trim();
  return readable || null;
}

/** Takes out the elements whose content is not meant to be read. One left open takes the rest with it. */
function withoutElements(markup: string): string {
  const open = /<(script|style|iframe|object|template|noscript|svg)\b/gi;
  let kept = "";
  let at = 0;
  for (let match = open.exec(markup); match; match = open.exec(markup)) {
    kept += markup.slice(at, match.index);
    const close = new RegExp(`</${match[1]}\\s*>`, "gi");
    close.lastIndex = match.index;
    if (!close.exec(markup)) return kept;
    at = close.lastIndex;
    open.lastIndex = at;
  }
  return kept + markup.slice(at);
}

function decodeEntities(text: string): string {
  return text.replaceAll(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,8}));/gi, (whole, decimal, hex, name) => {
    if (name) return ENTITIES[String(name).toLowerCase()] ?? whole;
    const point = decimal ? Number(decimal) : Number.parseInt(hex, 16);
    const legal = point > 31 && point <= 0x10ffff && !(point >= 0xd800 && point <= 0xdfff);
    return legal ? String.fromCodePoint(point) : " ";
  });
}
