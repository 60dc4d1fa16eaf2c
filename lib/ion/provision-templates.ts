import { z } from "zod";
import { type CallOptions, type IonTransport, pathOf } from "./call";
import { toPlain } from "./json";

/**
 * A provisioning template as Ion serves it: one of five envelopes, and not a valid JSON Schema
 * (CONTRACT.md section 2.7 and 5.2). Plain JSON; normalise before use.
 */
export type RawTemplate = unknown;

export type TemplateVendor = "MICROSOFT" | "GOOGLE" | "IBM" | "SOPHOS";

const template = z.record(z.string(), z.unknown()).or(z.array(z.unknown())).transform(toPlain);

/** Provisioning templates (CONTRACT.md section 2.7 and 5). */
export function createProvisionTemplates(transport: IonTransport, accountId: string) {
  const collection = pathOf`/api/v3/accounts/${accountId}/provisionTemplates`;

  /** One template by its id or number: `provisiontemplate30`, `provisioningTemplate30`, `30`. */
  async function byId(templateId: string, options: CallOptions = {}): Promise<RawTemplate> {
    return transport.call({
      operation: "provisionTemplates.byId",
      method: "GET",
      path: `${collection}${pathOf`/${canonicalId(templateId)}`}`,
      schema: template,
      signal: options.signal,
    });
  }

  /** The templates of a vendor, narrowed by provider and action. */
  async function byVendor(
    filter: { vendor: TemplateVendor; provider?: string; action?: "CREATE" | "UPDATE" },
    options: CallOptions = {},
  ): Promise<RawTemplate> {
    return transport.call({
      operation: "provisionTemplates.byVendor",
      method: "GET",
      path: collection,
      query: { vendor: filter.vendor, provider: filter.provider, action: filter.action },
      schema: template,
      signal: options.signal,
    });
  }

  return { byId, byVendor };
}

/** The documents spell the ids three ways; Ion's own URLs have `provisiontemplateNN` (D31). */
function canonicalId(templateId: string): string {
  const match = /^(?:provision(?:ing)?template)?(\d+)$/i.exec(templateId.trim());
  return match?.[1] ? `provisiontemplate${match[1].padStart(2, "0")}` : templateId;
}
