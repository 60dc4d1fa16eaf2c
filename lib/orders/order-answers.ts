import { isSecretName } from "@/lib/ion/redact";
import type { IonAttribute } from "@/lib/ion/schemas/attributes";
import { attributeInfo } from "@/lib/provisioning/attribute-dictionary";
import type { OrderAnswer } from "./order-schemas";

/**
 * The answers given with an order, as people may see them: secrets never (the transport has removed their values
 * already), what names a person at the customer only with `mayPersonal`. CONTRACT.md section 8, item 9.
 */
export function toOrderAnswers(attributes: readonly IonAttribute[], mayPersonal: boolean): OrderAnswer[] {
  return attributes.map(({ name, value }) => {
    if (isSecretName(name)) return { name, value: null, hidden: "secret" };
    if (isPersonal(name) && !mayPersonal) return { name, value: null, hidden: "personal" };
    return { name, value, hidden: null };
  });
}

/** Names, addresses and numbers of people. The day they agreed is not about a person. */
function isPersonal(name: string): boolean {
  if (/Date(Agreed)?$/.test(name)) return false;
  const { group } = attributeInfo(name);
  return group === "agreement" || group === "contact";
}
