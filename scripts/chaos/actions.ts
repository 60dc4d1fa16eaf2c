import { readFileSync } from "node:fs";
import { readActionValue } from "./flight";

const MANIFEST = ".next/server/server-reference-manifest.json";
const CART = "app/(portal)/customers/[customerId]/carts/[cartId]/actions.ts";

/** The actions that the drills use: their file and, when called, a page that can run them. */
const ACTIONS = {
  createCartAction: CART,
  saveDraftAction: CART,
  placeOrderAction: CART,
  releaseIntentAction: CART,
  recallIntentAction: CART,
  addToCartAction: "app/(portal)/catalog/actions.ts",
  replaceTokenAction: "app/(portal)/admin/connection/actions.ts",
  saveViewAction: "app/(portal)/views/actions.ts",
} as const;
export type ActionName = keyof typeof ACTIONS;

type Manifest = { node: Record<string, { exportedName?: string; filename?: string }> };
let manifest: Manifest | undefined;

/** The id under which the build knows an action. Throws when the build does not have it. */
function actionId(name: ActionName): string {
  manifest ??= JSON.parse(readFileSync(MANIFEST, "utf8")) as Manifest;
  const found = Object.entries(manifest.node).find(
    ([, action]) => action.exportedName === name && action.filename === ACTIONS[name],
  );
  if (!found) throw new Error(`The build has no action ${name} of ${ACTIONS[name]}.`);
  return found[0];
}

/** What the browser sends for a call of an action with one argument. */
export function actionRequest(name: ActionName, argument: unknown, origin: string) {
  return {
    method: "POST",
    headers: {
      "next-action": actionId(name),
      "content-type": "text/plain;charset=UTF-8",
      accept: "text/x-component",
      origin,
    },
    body: JSON.stringify([argument], (_key, value) =>
      typeof value === "string" && value.startsWith("$") ? `$${value}` : value,
    ),
  };
}

/** All that a screen learns of an error, as the portal's actions return it. */
export type ActionError = { code: string; message: string; reference: string };
export type ActionAnswer<T> = { ok: true; data: T } | { ok: false; error: ActionError };

/** What an action returned. Throws when the answer is none, so that nothing is taken for a success by mistake. */
export function readAction<T>(answer: { status: number; text: () => string }): ActionAnswer<T> {
  if (answer.status !== 200) throw new Error(`the action answered ${answer.status}`);
  return readActionValue(answer.text()) as ActionAnswer<T>;
}
