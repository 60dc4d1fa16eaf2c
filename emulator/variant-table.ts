/**
 * What the emulator can emit or accept instead of its default, row by row of CONTRACT.md section 6 (`row`), and for
 * the open questions of section 9. The first value of each list is the default.
 */
export const VARIANTS = {
  "auth-header": {
    row: "D1",
    values: ["authorization", "either"],
    does: "also accept the token in an `Authentication` header",
  },
  "oauth-body": {
    row: "D2",
    values: ["both", "form", "multipart"],
    does: "body types that /oauth/token accepts",
  },
  "bad-token": { row: "D4", values: ["401", "403"], does: "status for a dead or missing access token" },
  "page-size": {
    row: "D7",
    values: ["optional-with-token", "required"],
    does: "whether a page token alone is enough",
  },
  "order-completed": {
    row: "D10",
    values: ["COMPLETED", "COMPLETE"],
    does: "spelling of a finished order and item",
  },
  "order-cancelled": { row: "D11", values: ["CANCELED", "CANCELLED"], does: "spelling of a cancelled order" },
  "subscription-cancelled": {
    row: "D11",
    values: ["cancelled", "canceled"],
    does: "spelling of a cancelled subscription",
  },
  "order-running": { row: "D12", values: ["IN_PROGRESS", "CONFIRMED"], does: "status of a running order" },
  "order-case": { row: "D13", values: ["upper", "lower"], does: "case of order and item status" },
  "subscription-case": { row: "D13", values: ["lower", "upper"], does: "case of subscription status" },
  "order-required": {
    row: "D15",
    values: ["openapi", "guide"],
    does: "guide: also referenceId, displayName, providerName and item referenceId",
  },
  "order-quantity": { row: "D16", values: ["number", "string"], does: "type of an order item's quantity" },
  "subscription-total": {
    row: "D17",
    values: ["string", "number"],
    does: "type of totalCount of subscriptions",
  },
  "order-total-count": {
    row: "D17",
    values: ["number", "string", "absent"],
    does: "totalCount of order lists",
  },
  "order-ids": { row: "D18", values: ["string", "number"], does: "type of userId and cartId in orders" },
  "checkout-ids": {
    row: "D18",
    values: ["number", "string"],
    does: "type of userId, cartId and cartItemId in the checkout answer",
  },
  "validation-code": { row: "D19", values: ["3", "400"], does: "`code` in an order validation body" },
  "comm-vl-001": {
    row: "D20",
    values: ["space", "trimmed"],
    does: "`COMM-VL-001 ` with or without its trailing space",
  },
  "entity-key": {
    row: "D21",
    values: ["referenceEntity", "reference_entity"],
    does: "key of the entity in a 412",
  },
  "create-customer-400": {
    row: "D22",
    values: ["org-name", "paging"],
    does: "text of a 400 on create customer",
  },
  "update-customer-400": { row: "D23", values: ["400", "404"], does: "status of an invalid customer update" },
  "custom-fields": { row: "D24", values: ["object", "array", "map"], does: "shape of customerCustomFields" },
  "contact-names": { row: "D25", values: ["correct", "typo"], does: "primaryContact… or primaryContant…" },
  "customer-name": {
    row: "D26",
    values: ["resource", "contact"],
    does: "`name` after create and update customer",
  },
  "update-customer-user": {
    row: "D27",
    values: ["absent", "present"],
    does: "`user` in the answer of update customer",
  },
  "order-name": { row: "D28", values: ["resource", "customer", "item"], does: "`name` of an order" },
  "order-ids-fields": {
    row: "D28",
    values: ["order-id", "all", "none"],
    does: "orderId, or also accountId and customerId, or none of them",
  },
  "list-catalog-attributes": {
    row: "section 2.5",
    values: ["absent", "present"],
    does: "catalogAttributes in order lists",
  },
  "order-price": {
    row: "D29",
    values: ["unit", "line"],
    does: "whether an item's price is per unit or for the line",
  },
  "order-total": { row: "D30", values: ["double", "integer"], does: "type of an order's total" },
  "checkout-amounts": {
    row: "D30",
    values: ["integer", "double"],
    does: "type of the amounts in the checkout answer",
  },
  "template-envelope": { row: "D31", values: ["reference", "bare"], does: "wrapping of a template by id" },
  "template-list-envelope": {
    row: "D31",
    values: ["refs", "array", "bare"],
    does: "wrapping of templates by vendor; bare serves the first one alone",
  },
  "template-id": {
    row: "D31",
    values: ["provisiontemplate", "provisioningtemplate", "provisioningTemplate"],
    does: "spelling of template ids",
  },
  "template-defects": {
    row: "D31",
    values: ["served", "repaired"],
    does: "repaired: integer quantity, object items, no vendor in required",
  },
  "template-vendor": {
    row: "D32",
    values: ["required", "optional"],
    does: "whether the template list needs a vendor",
  },
  "auto-renew": { row: "D37", values: ["boolean", "string"], does: "type of a subscription's autoRenew" },
  "subscription-po": {
    row: "D38",
    values: ["PO", "Po"],
    does: "customerPO/resellerPO or customerPo/resellerPo",
  },
  "billing-term": { row: "D39", values: ["iso", "words"], does: "P1M or Monthly" },
  "product-type": {
    row: "D40",
    values: ["SUBSCRIPTION_PRODUCT", "SUBSCRIPTION_PRODUCTS"],
    does: "type of a product",
  },
  "cart-display-name": {
    row: "D41",
    values: ["cartDisplayName", "cartdisplayName"],
    does: "spelling in cart answers",
  },
  "cart-envelope": { row: "D42", values: ["bare", "carts"], does: "wrapping of get cart" },
  "cart-name": { row: "D42", values: ["resource", "id"], does: "a cart's name: customers/1/carts/2 or 2" },
  "cart-create-status": {
    row: "D42",
    values: ["required", "optional"],
    does: "whether create cart needs a status",
  },
  "cart-items-key": { row: "D42", values: ["cartitems", "cartItems"], does: "list key of cart items" },
  "upfront-value": {
    row: "D54",
    values: ["absent", "present"],
    does: "upfrontPrice.value in list and get of cart items",
  },
  "template-vendors": { row: "D55", values: ["four", "all"], does: "vendors that the template list knows" },
  "cancel-answer": { row: "D57", values: ["CANCELED", "COMPLETE"], does: "status printed by :cancel" },
  "success-codes": {
    row: "D58",
    values: ["documented", "200"],
    does: "201 on create cart and 204 on deletes, or always 200",
  },
  "zero-values": {
    row: "section 0",
    values: ["omitted", "present"],
    does: "whether zero amounts and empty texts are sent",
  },
  "short-pages": {
    row: "section 0.2",
    values: ["no", "yes"],
    does: "pages shorter than asked for although more follows",
  },
  "max-page-size": { row: "section 9", values: ["100", "25", "500"], does: "the cap on pageSize" },
  "retry-after": { row: "section 9", values: ["absent", "seconds", "date"], does: "Retry-After on 429" },
  "cancel-refusal": {
    row: "section 9",
    values: ["412", "400", "409"],
    does: "status when an order is past cancelling",
  },
  "cart-refusal": {
    row: "section 9",
    values: ["412", "409", "400"],
    does: "status when a cart is checked out",
  },
  "cart-expired": { row: "section 9", values: ["404", "412"], does: "status for an expired cart" },
  "cart-auth": {
    row: "section 9",
    values: ["required", "none"],
    does: "whether cart calls need a bearer token",
  },
  "cart-price": {
    row: "section 9",
    values: ["unit", "line"],
    does: "whether a cart item's prices are per unit or for the line",
  },
  "plan-name": {
    row: "section 9",
    values: ["any", "full"],
    does: "full: only products/{p}/skus/{s}/plans/{pl} names a plan",
  },
  "reference-id": {
    row: "section 9",
    values: ["free", "unique"],
    does: "unique: a second order with the same referenceId is 409",
  },
  "refresh-kills-access": {
    row: "section 9",
    values: ["no", "yes"],
    does: "whether a refresh ends the current access token",
  },
  "subscription-order": {
    row: "section 9",
    values: ["shuffled", "id"],
    does: "order of a subscription list without sortBy",
  },
  "renewal-quantity": {
    row: "section 9",
    values: ["next-term", "now"],
    does: "what quantity means beside renewalSetting",
  },
  "plan-downgrade": {
    row: "section 9",
    values: ["refused", "allowed"],
    does: "changeSubscription to a cheaper plan",
  },
  "deleted-subscription": {
    row: "section 9",
    values: ["cancelled", "deleted"],
    does: "status after statusUpdate=deleted",
  },
} as const satisfies Record<
  string,
  { row: string; values: readonly [string, string, ...string[]]; does: string }
>;

export type VariantName = keyof typeof VARIANTS;
export type VariantValue<N extends VariantName> = (typeof VARIANTS)[N]["values"][number];
