/** Whether a key pressed there is text for a field, or belongs to a window or menu, so that it is no shortcut. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return (
    target.isContentEditable ||
    target.closest(
      "input:not([type=checkbox],[type=radio]), textarea, select, [role=dialog], [role=alertdialog], [role=menu], [role=listbox]",
    ) !== null
  );
}
