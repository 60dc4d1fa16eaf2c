"use client";

import dynamic from "next/dynamic";
import { type ComponentProps, type ReactNode, useId, useRef, useState } from "react";

const load = () => import("@/components/ui/float-panel");
const FloatPanel = dynamic(() => load().then((module) => module.FloatPanel), { ssr: false });

/**
 * A button and the small panel it opens. What draws the panel is loaded when somebody comes near the button, so a page
 * full of closed panels costs nothing. `panel` gets a way to close it; focus goes in, and back to the button.
 */
export function PanelButton({
  label,
  panel,
  align = "start",
  panelClassName,
  children,
  ...button
}: Omit<ComponentProps<"button">, "ref" | "type" | "onClick"> & {
  /** Names the panel. */
  label: string;
  panel: (close: () => void) => ReactNode;
  align?: "start" | "end";
  panelClassName?: string;
}) {
  const [open, setOpen] = useState(false);
  const anchor = useRef<HTMLButtonElement>(null);
  const id = useId();
  const close = () => setOpen(false);
  return (
    <>
      <button
        {...button}
        ref={anchor}
        type="button"
        aria-haspopup="dialog"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onPointerEnter={load}
        onFocus={load}
        onClick={() => setOpen(!open)}
      >
        {children}
      </button>
      {open && (
        <FloatPanel
          anchor={anchor}
          id={id}
          label={label}
          align={align}
          className={panelClassName}
          onClose={close}
        >
          {panel(close)}
        </FloatPanel>
      )}
    </>
  );
}
