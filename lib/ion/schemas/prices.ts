import { z } from "zod";
import { isRecord } from "../json";
import { type IonMoney, toUnitPrice } from "../money";
import { code, digits, optionalFlag, text, textMap } from "./primitives";

/** A map of currency to amount, as unit prices in the order Ion sent them; currencies without an amount are left out. */
export const priceMap = z
  .preprocess(
    (value) =>
      isRecord(value) ? Object.entries(value).map(([currency, amount]) => ({ currency, amount })) : [],
    z.array(z.object({ currency: code, amount: digits })),
  )
  .transform((entries): IonMoney[] =>
    entries.flatMap(({ currency, amount }) => {
      const price = toUnitPrice(amount, currency);
      return price ? [price] : [];
    }),
  );

/** The price book's fields, the same on a SKU, a plan and an add-on. */
export const priceBookFields = {
  pricebookPrice: digits,
  pricebookMasterPrice: digits,
  pricebookCurrency: code,
  pricebookDetails: textMap,
  productAvailability: optionalFlag,
};

interface PriceBookWire {
  pricebookPrice: string | null;
  pricebookMasterPrice: string | null;
  pricebookCurrency: string | null;
  pricebookDetails: Record<string, string>;
  productAvailability: boolean | null;
}

export interface IonPriceBookEntry {
  price: IonMoney | null;
  masterPrice: IonMoney | null;
  details: Record<string, string>;
  /** False: known to Ion but absent from the price book, so not orderable. Null: Ion did not say. */
  available: boolean | null;
}

export function toPriceBookEntry(read: PriceBookWire): IonPriceBookEntry {
  return {
    price: toUnitPrice(read.pricebookPrice, read.pricebookCurrency),
    masterPrice: toUnitPrice(read.pricebookMasterPrice, read.pricebookCurrency),
    details: read.pricebookDetails,
    available: read.productAvailability,
  };
}

/** `{currency, value}`; null without a value, which is not zero (D54). */
export const currencyValue = z
  .preprocess((value) => value ?? {}, z.object({ currency: code, value: digits }))
  .transform(({ currency, value }) => toUnitPrice(value, currency));

export const supportPlan = z.object({ id: code, name: text, displayName: text, default: optionalFlag });
