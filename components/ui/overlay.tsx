import type { ComponentProps } from "react";

/**
 * The veil behind a window. Not Radix's own overlay: that one locks scrolling through a style tag written at run time,
 * which the content security policy refuses. app/globals.css locks it while an element with this attribute exists.
 */
export function Overlay(props: ComponentProps<"div">) {
  return (
    <div
      {...props}
      data-scroll-lock=""
      aria-hidden="true"
      className="fixed inset-0 z-40 animate-fade bg-overlay"
    />
  );
}

/** A window: at the foot of a phone's screen, in the upper middle of a larger one. */
export const dialogClass =
  "fixed inset-x-0 bottom-0 z-50 flex max-h-[92dvh] flex-col rounded-t bg-surface-float shadow-float animate-slide-up focus:outline-none sm:inset-x-auto sm:top-[12dvh] sm:bottom-auto sm:left-1/2 sm:max-h-[76dvh] sm:w-[calc(100vw-3rem)] sm:-translate-x-1/2 sm:rounded sm:animate-fade";
