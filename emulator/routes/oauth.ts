import type { Emulator } from "../emulator";
import { oauthError } from "../errors";
import { type Answer, json } from "../http/route";
import { ACCESS_LIFETIME_SECONDS, findPartner, findToken, rotate } from "../state/tokens";

/** An OAuth request's body as text with its content type; the fields may come as a form or as multipart. */
export type FormRequest = { text: string; contentType: string };

/** The fields of an urlencoded or multipart body; undefined for any other type (CONTRACT.md section 6, D2). */
export async function readForm({ text, contentType }: FormRequest): Promise<Map<string, string> | undefined> {
  const type = contentType.split(";")[0]?.trim().toLowerCase();
  if (type === "application/x-www-form-urlencoded") return new Map(new URLSearchParams(text));
  if (type !== "multipart/form-data") return undefined;
  try {
    const form = await new Response(text, { headers: { "content-type": contentType } }).formData();
    const fields = new Map<string, string>();
    form.forEach((value, name) => {
      if (typeof value === "string") fields.set(name, value);
    });
    return fields;
  } catch {
    return undefined;
  }
}

function acceptsType(emulator: Emulator, contentType: string): boolean {
  const wanted = emulator.variants.get("oauth-body");
  if (wanted === "both") return true;
  return contentType.toLowerCase().startsWith(wanted === "form" ? "application/x-www-form" : "multipart/");
}

/** `POST /oauth/token`: trades a refresh token for a new pair, once. `redirect_uri` is ignored. */
export function exchangeToken(
  emulator: Emulator,
  fields: Map<string, string> | undefined,
  contentType: string,
): Answer {
  if (!fields || !acceptsType(emulator, contentType)) throw oauthError("cannot parse request body");
  if (fields.get("grant_type") !== "refresh_token") throw oauthError("unsupported grant type");
  const killAccess = emulator.variants.is("refresh-kills-access", "yes");
  const pair = rotate(emulator.db, fields.get("refresh_token") ?? "", emulator.clock.now(), killAccess);
  if (!pair) throw oauthError();
  return json({
    access_token: pair.accessToken,
    expires_in: ACCESS_LIFETIME_SECONDS,
    refresh_token: pair.refreshToken,
    token_type: "Bearer",
  });
}

/** `POST /oauth/validateAccess`: how many seconds the two tokens of a pair still live. */
export function validateAccess(emulator: Emulator, fields: Map<string, string> | undefined): Answer {
  const now = emulator.clock.now();
  const access = fields?.get("access_token");
  const refresh = fields?.get("refresh_token");
  const found = access
    ? findToken(emulator.db, "access", access, now)
    : findToken(emulator.db, "refresh", refresh ?? "", now);
  if (!found) throw oauthError();
  const partner = findPartner(emulator.db, found);
  const left = (row: typeof found | undefined) =>
    row && row.spent_at === null ? Math.max(0, Math.floor((row.expires_at - now) / 1000)) : 0;
  const [accessRow, refreshRow] = found.kind === "access" ? [found, partner] : [partner, found];
  return json({ access_expires_in: left(accessRow), refresh_expires_in: left(refreshRow) });
}
