import { z } from "zod";
import { attributeList, optionalId, optionalText } from "../http/body";
import type { Attribute, OrderAddOn } from "../state/orders";

const addOn = z.object({
  id: optionalText,
  addOnId: optionalText,
  planId: optionalText,
  action: optionalText,
  quantity: z.union([z.number(), z.string()]).nullish(),
});

/** Lenient on purpose: what is missing or wrong is answered with COMM-VL codes, not as a broken body. */
export const orderRequest = z.object(
  {
    referenceId: optionalText,
    displayName: optionalText,
    orderItems: z
      .array(
        z.object({
          referenceId: optionalText,
          action: optionalText,
          productId: optionalText,
          skuId: optionalText,
          planId: optionalText,
          resourceId: optionalText,
          quantity: z.union([z.number(), z.string()], { error: "must be integer" }).nullish(),
          providerName: optionalText,
          endCustomerPO: optionalId,
          resellerPO: optionalId,
          attributes: attributeList.nullish(),
          addOns: z.array(addOn, { error: "must be array" }).nullish(),
        }),
        { error: "must be array" },
      )
      .nullish(),
  },
  { error: "must be object" },
);

export type OrderRequest = z.infer<typeof orderRequest>;
export type OrderRequestItem = NonNullable<OrderRequest["orderItems"]>[number];

/** One item after validation: every field that Ion needs is there. */
export type ValidItem = {
  action: "CREATE" | "UPDATE";
  productId: string;
  skuId: string;
  planId: string;
  quantity: number;
  attributes: Attribute[];
  resourceId?: string;
  referenceId?: string;
  endCustomerPO?: string;
  resellerPO?: string;
  addOns?: OrderAddOn[];
  cartItemId?: string;
};

export function attribute(attributes: readonly Attribute[], name: string): string | undefined {
  return attributes.find((one) => one.name === name)?.value || undefined;
}
