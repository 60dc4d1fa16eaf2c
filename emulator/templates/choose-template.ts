import type { Vendor } from "../vendors";
import type { Template } from "./template";
import { requireTemplate } from "./template-list";

/**
 * The template whose attributes a CREATE item must carry; undefined when the vendor has none.
 * Microsoft: 38 when the caller says `operations=addSubscription`, else 30 (new tenant), CONTRACT.md section 4.
 */
export function templateForCreate(vendor: Vendor, operations: string | undefined): Template | undefined {
  switch (vendor.key) {
    case "microsoft":
      return requireTemplate(operations === "addSubscription" ? "38" : "30");
    case "google":
      return requireTemplate("01");
    case "gcp":
      return requireTemplate("02");
    case "ibm":
      return requireTemplate("10");
    case "sophos":
      return requireTemplate("40");
    case "mcafee":
      return requireTemplate("60");
    default:
      return undefined;
  }
}
