/** What a utility sets, where its name up to the last dash does not say so. The first that matches counts. */
const PROPERTIES: readonly (readonly [RegExp, string])[] = [
  // Classes of our own style sheets: each stands for itself, and utilities win over them.
  [/^((btn|dt|icon|state)(-.*)?)$/, "$1"],
  [/^(block|inline|inline-block|flex|inline-flex|grid|inline-grid|table|contents|hidden)$/, "display"],
  [/^(static|fixed|absolute|relative|sticky)$/, "position"],
  [/^(not-)?sr-only$/, "sr"],
  [/^(visible|invisible|collapse)$/, "visibility"],
  [/^(underline|overline|line-through|no-underline)$/, "text-decoration"],
  [/^(uppercase|lowercase|capitalize|normal-case)$/, "text-transform"],
  [/^(truncate|text-ellipsis|text-clip)$/, "text-overflow"],
  [/^text-(caption|table|body|touch|heading|title|\[.*(em|px)\])$/, "font-size"],
  [/^text-(left|center|right|start|end)$/, "text-align"],
  [/^text-(wrap|nowrap|balance|pretty)$/, "text-wrap"],
  [/^font-(mono|sans)$/, "font-family"],
  [/^(tabular|proportional)-nums$/, "numeric-spacing"],
  [/^flex-(row|col)(-reverse)?$/, "flex-direction"],
  [/^flex-(wrap|nowrap|wrap-reverse)$/, "flex-wrap"],
  [/^(shrink|grow)(-|$)/, "$1"],
  [/^border(-[xytrbl])?(-\d+|-\[.*px\])?$/, "border$1-width"],
  [/^border-(solid|dashed|dotted|double|none)$/, "border-style"],
  [/^border-(collapse|separate)$/, "border-collapse"],
  [/^(border-spacing|whitespace|cursor)-/, "$1"],
  [/^(rounded(?:-(?:t|b|l|r|tl|tr|bl|br))?)(-|$)/, "$1"],
  [/^outline-offset-/, "outline-offset"],
  [/^underline-offset-/, "underline-offset"],
  [/^decoration-\d/, "decoration-width"],
  [/^(outline|outline-\d+)$/, "outline-width"],
  [/^outline-(none|hidden|solid|dashed|dotted)$/, "outline-style"],
  [/^transition(-|$)/, "transition"],
  [/^break-(words|all|normal|keep)$/, "break"],
  [/^(shadow|bg|text|border|fill|stroke|decoration|outline|ring|caret|accent|divide)-/, "$1-color"],
  [
    /^(min-[wh]|max-[wh]|[whpmz]|[pm][xytrblse]|size|gap-[xy]|gap|flex|animate|justify-self|justify-items|items|justify|self)-/,
    "$1",
  ],
  [/^(col|row)-(span-|full$|auto$)/, "$1"],
  [
    /^(grid-cols|grid-rows|grid-flow|translate-[xy]|scroll-m[tbxy]?|overflow-[xy]|inset-[xy]|overscroll)-/,
    "$1",
  ],
];

/** A utility that sets all of these makes an earlier one that sets one of them void. */
const COVERS: Record<string, readonly string[]> = {
  size: ["w", "h"],
  p: ["px", "py", "pt", "pr", "pb", "pl"],
  px: ["pl", "pr"],
  py: ["pt", "pb"],
  m: ["mx", "my", "mt", "mr", "mb", "ml"],
  mx: ["ml", "mr"],
  my: ["mt", "mb"],
  "scroll-my": ["scroll-mt", "scroll-mb"],
  gap: ["gap-x", "gap-y"],
  overflow: ["overflow-x", "overflow-y"],
  flex: ["shrink", "grow", "basis"],
  "border-width": ["x", "y", "t", "r", "b", "l"].map((side) => `border-${side}-width`),
  "border-x-width": ["border-l-width", "border-r-width"],
  "border-y-width": ["border-t-width", "border-b-width"],
  inset: ["inset-x", "inset-y", "top", "right", "bottom", "left"],
  "inset-x": ["left", "right"],
  "inset-y": ["top", "bottom"],
  rounded: ["rounded-t", "rounded-b", "rounded-l", "rounded-r"],
};

const known = new Map<string, readonly [modifiers: string, property: string]>();

function read(name: string): readonly [string, string] {
  const before = known.get(name);
  if (before) return before;
  // A colon inside brackets belongs to the value.
  const plain = name.replace(/\[[^\]]*\]|\([^)]*\)/g, (value) => value.replaceAll(":", ";"));
  const at = plain.lastIndexOf(":") + 1;
  const utility = name.slice(at).replace(/^-|!$/g, "");
  const special = PROPERTIES.find(([pattern]) => pattern.test(utility));
  const property = special
    ? special[1].replace(/\$1/, special[0].exec(utility)?.[1] ?? "")
    : utility.replace(/^\[([a-z-]+):.*$/, "[$1").replace(/-(\[.*|\(.*|[^-]*)$/, "");
  const important = name.endsWith("!") ? "!" : "";
  const result = [name.slice(0, at) + important, property] as const;
  known.set(name, result);
  return result;
}

/**
 * Drops class names whose property a later one sets under the same conditions, as tailwind-merge does, for the utilities
 * this code uses: a tenth of its size. The test compares both over every class name in the code.
 */
export function mergeClasses(classes: string): string {
  const kept: string[] = [];
  const set = new Set<string>();
  for (const name of classes.split(/\s+/).reverse()) {
    if (name === "") continue;
    const [modifiers, property] = read(name);
    if (set.has(modifiers + property)) continue;
    set.add(modifiers + property);
    for (const covered of COVERS[property] ?? []) set.add(modifiers + covered);
    kept.unshift(name);
  }
  return kept.join(" ");
}
