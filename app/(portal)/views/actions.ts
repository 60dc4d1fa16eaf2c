"use server";

import { type ActionResult, runAction } from "@/lib/action";
import { changeView } from "@/lib/views/change-view";
import { deleteView, restoreView } from "@/lib/views/delete-view";
import { pinView } from "@/lib/views/pin-view";
import { saveView } from "@/lib/views/save-view";
import type { View } from "@/lib/views/schemas";
import { changeViewInput, pinViewInput, saveViewInput, viewIdInput } from "@/lib/views/view-inputs";

/** Keeps a list as it is now under a name. */
export async function saveViewAction(raw: unknown): Promise<ActionResult<View>> {
  return runAction(saveViewInput, raw, saveView);
}

/** Renames, shares or overwrites a view. */
export async function changeViewAction(raw: unknown): Promise<ActionResult<View>> {
  return runAction(changeViewInput, raw, changeView);
}

/** Puts a view into the navigation, or takes it out. */
export async function pinViewAction(raw: unknown): Promise<ActionResult<View>> {
  return runAction(pinViewInput, raw, pinView);
}

/** Deletes a view; `restoreViewAction` takes that back. */
export async function deleteViewAction(raw: unknown): Promise<ActionResult<null>> {
  return runAction(viewIdInput, raw, async ({ viewId }) => {
    await deleteView(viewId);
    return null;
  });
}

/** Takes the deletion of a view back. */
export async function restoreViewAction(raw: unknown): Promise<ActionResult<View>> {
  return runAction(viewIdInput, raw, ({ viewId }) => restoreView(viewId));
}
