const MAX_BASE64_LENGTH = 200_000;
const DATA_URI = /^data:image\/(?:png|jpeg|gif|webp);base64,/i;
/** First letters of a raster image in base64, by kind. SVG is left out: it can hold script. */
const STARTS: Record<string, string> = {
  iVBORw0KGgo: "png",
  "/9j/": "jpeg",
  R0lGOD: "gif",
  UklGR: "webp",
};

/**
 * A vendor's image as a data URI: PNG, JPEG, GIF or WebP, at most 150 kB, told by its content and not by its label.
 * Null for everything else, addresses included: the portal's pages load nothing from other hosts.
 */
export function toSafeImage(content: string | null): string | null {
  if (!content || content.length > MAX_BASE64_LENGTH) return null;
  const base64 = content.trim().replace(DATA_URI, "");
  const kind = Object.entries(STARTS).find(([start]) => base64.startsWith(start))?.[1];
  if (!kind || !/^[A-Za-z\d+/]+={0,2}$/.test(base64)) return null;
  return `data:image/${kind};base64,${base64}`;
}
