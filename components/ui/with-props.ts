import { cloneElement, type ReactElement, type Ref } from "react";

type Props = Record<string, unknown>;

/**
 * The element with more props, as a trigger of something gets them. Handlers run after the element's own, unless those
 * prevented the default; a ref is set beside its own; anything else replaces, unless it is undefined.
 */
export function withProps(element: ReactElement, extra: Props): ReactElement {
  const own = element.props as Props;
  const merged: Props = {};
  for (const [name, value] of Object.entries(extra)) {
    if (typeof value === "function" && name.startsWith("on")) merged[name] = inTurn(own[name], value);
    else if (value !== undefined) merged[name] = value;
  }
  if (extra.ref) merged.ref = bothRefs(own.ref as Ref<unknown>, extra.ref as Ref<unknown>);
  return cloneElement(element as ReactElement<Props>, merged);
}

function inTurn(first: unknown, second: unknown) {
  return (event: { defaultPrevented: boolean }) => {
    if (typeof first === "function") first(event);
    if (!event.defaultPrevented && typeof second === "function") second(event);
  };
}

function bothRefs(one: Ref<unknown> | undefined, other: Ref<unknown>): Ref<unknown> {
  if (!one) return other;
  return (node) => {
    const undo = [setRef(one, node), setRef(other, node)];
    return () => {
      for (const step of undo) step();
    };
  };
}

function setRef(ref: Ref<unknown>, node: unknown): () => void {
  if (typeof ref !== "function") {
    if (ref) ref.current = node;
    return () => {
      if (ref) ref.current = null;
    };
  }
  const undo = ref(node);
  return typeof undo === "function" ? undo : () => ref(null);
}
