import { isIonError } from "@/lib/ion/errors";

/** Where in the form a refusal by Ion belongs, and its text as a key of `errors.fields`. */
export type RefusedField = { field: string; message: "emailTaken" | "languageUnknown" | "required" };

/** Ion's field names in refusals, and the form's. `orgName` is how it calls the organization there (D22). */
const FORM_FIELD: Record<string, string> = {
  primarycontactemail: "email",
  customeremail: "email",
  languagecode: "languageCode",
  orgname: "organization",
  customerorganization: "organization",
  customername: "firstName",
  customeraddress: "address.street",
  street: "address.street",
  city: "address.city",
  state: "address.state",
  zip: "address.zip",
  country: "address.country",
};

/**
 * The form field that Ion refused, or undefined when the refusal is about no field: 412 CUS-CR-001 is a taken e-mail
 * address, CUS-CR-002 a bad language code, and a 400 names a missing property in its sentence.
 * Source: CONTRACT.md sections 0.1 and 2.1.
 */
export function refusedField(error: unknown): RefusedField | undefined {
  if (isIonError(error, "precondition")) {
    const codes = error.info.errors?.map(({ code }) => code.trim()) ?? [];
    const field = FORM_FIELD[error.info.entity?.toLowerCase() ?? ""];
    if (codes.includes("CUS-CR-001") || field === "email") return { field: "email", message: "emailTaken" };
    if (codes.includes("CUS-CR-002") || field === "languageCode") {
      return { field: "languageCode", message: "languageUnknown" };
    }
    return undefined;
  }
  if (!isIonError(error, "invalid")) return undefined;
  const property = /required property '([^']+)'/.exec(error.info.message ?? "")?.[1];
  const field = FORM_FIELD[property?.split(/[./]/).at(-1)?.toLowerCase() ?? ""];
  return field === undefined ? undefined : { field, message: "required" };
}
