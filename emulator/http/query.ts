import { invalidRequest } from "../errors";

/**
 * Query parameters, read as leniently as Ion's gateway does (CONTRACT.md section 6, D6, D34, D36): names without
 * regard to case or underscores, `pagination={"limit":10}` as well as `pagination.limit=10`.
 */
export class Query {
  private readonly values = new Map<string, string>();

  constructor(search: URLSearchParams) {
    for (const [name, value] of search) {
      this.values.set(normalise(name), value);
      if (value.startsWith("{")) this.addObject(name, value);
    }
  }

  /** The value, or undefined when it is absent or empty. */
  text(name: string): string | undefined {
    return this.values.get(normalise(name)) || undefined;
  }

  has(name: string): boolean {
    return this.values.has(normalise(name));
  }

  /** @throws IonError 400 when the value is not a whole number of at least 0. */
  wholeNumber(name: string): number | undefined {
    const value = this.text(name);
    if (value === undefined) return undefined;
    if (!/^\d{1,15}$/.test(value)) throw invalidRequest(`${name} must be a non-negative integer`);
    return Number(value);
  }

  /** `true`, `True`, `1` and a bare name are true. */
  flag(name: string): boolean {
    if (!this.has(name)) return false;
    const value = (this.values.get(normalise(name)) ?? "").toLowerCase();
    return value === "" || value === "true" || value === "1";
  }

  /** A comma-separated list. */
  list(name: string): string[] {
    return (this.text(name) ?? "")
      .split(",")
      .map((part) => part.trim())
      .filter(Boolean);
  }

  /** Everything but the paging parameters, to recognise changed filters under a page token. */
  fingerprint(): string {
    return [...this.values]
      .filter(([name, value]) => value !== "" && name !== "pagesize" && name !== "pagetoken")
      .map(([name, value]) => `${name}=${value}`)
      .sort()
      .join("&");
  }

  private addObject(name: string, value: string): void {
    let parsed: unknown;
    try {
      parsed = JSON.parse(value);
    } catch {
      return;
    }
    if (typeof parsed !== "object" || parsed === null) return;
    for (const [key, inner] of Object.entries(parsed))
      this.values.set(normalise(`${name}.${key}`), String(inner));
  }
}

function normalise(name: string): string {
  return name.replaceAll("_", "").toLowerCase();
}
