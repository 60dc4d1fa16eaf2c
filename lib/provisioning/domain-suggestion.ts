const LONGEST_PREFIX = 27;
const LEGAL_FORM =
  /\b(?:inc|incorporated|llc|ltd|limited|corp|corporation|co|company|gmbh|ag|kg|sa|sas|sarl|srl|spa|bv|nv|ab|as|oy|plc|pty)\b\.?/gi;

/** Mail providers whose domain says nothing about the organisation. */
const MAIL_PROVIDERS = new Set([
  "gmail.com",
  "googlemail.com",
  "outlook.com",
  "hotmail.com",
  "live.com",
  "yahoo.com",
  "icloud.com",
  "proton.me",
  "gmx.net",
]);

/**
 * A first part for a new Microsoft domain, from an organisation's name: `Contoso Bakeries GmbH` gives
 * `contosobakeries`. Lower-case letters and digits only; undefined when nothing usable is left. A suggestion: the name
 * may be taken, and it can't be changed later.
 */
export function suggestDomainPrefix(organization: string): string | undefined {
  const plain = organization.normalize("NFKD").replace(/\p{M}/gu, "");
  const withoutForm = plain.replace(LEGAL_FORM, " ");
  const candidates = [withoutForm, plain].map((text) =>
    text
      .toLowerCase()
      .replace(/[^a-z0-9]/g, "")
      .slice(0, LONGEST_PREFIX),
  );
  return candidates.find((candidate) => candidate.length >= 3);
}

/** The domain of an organisation's e-mail address, unless it is a public mail provider's. */
export function suggestDomain(email: string): string | undefined {
  const domain = email
    .slice(email.lastIndexOf("@") + 1)
    .trim()
    .toLowerCase();
  const isDomain = email.includes("@") && /^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/.test(domain);
  return isDomain && !MAIL_PROVIDERS.has(domain) ? domain : undefined;
}
