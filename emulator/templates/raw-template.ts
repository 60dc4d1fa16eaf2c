import type { Variants } from "../variants";
import type { Template } from "./template";

/** A template as Ion serves it, with the defects of CONTRACT.md section 5.2. */
export function toRawTemplate(template: Template, from: "id" | "list", variants: Variants): unknown {
  const repaired = variants.is("template-defects", "repaired");
  const asListed = from === "list" && !repaired;
  const id = `${variants.get("template-id")}${template.number}`;
  return {
    id,
    schema: "https://json-schema.org/draft/1234-12/schema",
    title: template.title,
    description: `This document records the payload of ${template.title}`,
    type: "object",
    properties: {
      referenceId: { type: "string", description: "User-defined reference Id of the order" },
      displayName: { type: "string", description: "User-defined name of the order" },
      orderItems: { type: "array", items: asListed ? "#/$defs/orderItems" : { ref: "#/$defs/orderItems" } },
    },
    defs: {
      orderItems: orderItemDefinition(template, asListed),
      attributes: {
        type: "object",
        description: "Product specific attributes are represented as name value pair",
        required: ["name", "value"],
        properties: {
          name: { type: "string", enum: template.names },
          value: { type: "string", description: "Required value for the above key" },
        },
      },
    },
  };
}

function orderItemDefinition(template: Template, asListed: boolean): unknown {
  const vendorFields = asListed ? ["vendor", "providerName"] : [];
  const updates = template.action === "UPDATE";
  return {
    type: "object",
    description: `OrderItem details required for placing ${template.action.toLowerCase()} order`,
    required: [
      "productId",
      "skuId",
      "planId",
      "action",
      "quantity",
      ...vendorFields,
      ...(updates ? ["resourceId"] : []),
      "attributes",
    ],
    properties: {
      referenceId: { type: "string", description: "User-defined reference Id of the order item" },
      // Ion's own slip: the description belongs to referenceId.
      productId: { type: "string", description: "User-defined reference Id of the order item" },
      skuId: { type: "string", description: "Fetch from the product catalog <<product.sku.id>>" },
      planId: { type: "string", description: "Fetch from the product catalog <<product.plan.id>>" },
      ...(updates
        ? { resourceId: { type: "string", description: "Fetch from the subscription <<subscriptionId>>" } }
        : {}),
      action: { type: "string", description: template.action.toLowerCase() },
      quantity: { type: asListed ? 1 : "integer", description: "Provide required license quantity" },
      vendor: { type: "string", description: `Vendor name of the product: ${template.vendor.toLowerCase()}` },
      providerName: { type: "string", description: "Provide product category as a provider" },
      endCustomerPO: { type: "string", description: "User-defined End customer purchase order reference" },
      resellerPO: { type: "string", description: "User-defined Reseller purchase order reference" },
      attributes: {
        type: "array",
        description: "Product specific attributes are represented as name value pair",
        items: { ref: "#/$defs/attributes" },
      },
    },
  };
}
