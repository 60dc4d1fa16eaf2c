// How values are written for Ion.

export interface IonPaymentInput {
  type: "OFFLINE" | "CREDIT_CARD";
  creditCardName?: string;
}

export interface IonAttributeInput {
  name: string;
  value: string;
}

/** An id where Ion's schema has a number; one too long for a number goes as text, which its gateway takes too. */
export function wireInteger(id: string): number | string {
  const number = Number(id);
  return /^\d+$/.test(id) && Number.isSafeInteger(number) ? number : id;
}

export function wirePayment({ type, creditCardName }: IonPaymentInput): Record<string, unknown> {
  return definedOnly({ paymentType: type, creditCardName });
}

/** Only name and value, whatever else the objects carry. */
export function wireAttributes(attributes: IonAttributeInput[]): IonAttributeInput[] {
  return attributes.map(({ name, value }) => ({ name, value }));
}

/** The object without its undefined fields. */
export function definedOnly(object: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined));
}

/**
 * A quantity as Ion takes it. Throws RangeError for anything but a whole number from 0 on: a quantity is absolute and
 * always sent, so a wrong one changes licences (CONTRACT.md section 8.5).
 */
export function wireQuantity(quantity: number): number {
  if (!Number.isSafeInteger(quantity) || quantity < 0) throw new RangeError(`Not a quantity: ${quantity}`);
  return quantity;
}
