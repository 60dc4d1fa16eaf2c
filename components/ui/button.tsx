"use client";

import { type ComponentProps, type MouseEvent, useId } from "react";
import { type ButtonLook, buttonClass } from "@/components/ui/button-class";
import { Spinner } from "@/components/ui/spinner";
import { Tooltip } from "@/components/ui/tooltip";

export type ButtonProps = ComponentProps<"button"> &
  ButtonLook & {
    /** What the button started is still going on: it keeps its width and its focus, and does nothing more. */
    pending?: boolean;
    /** Why the button does nothing now, and from when it will. It stays focusable so that everybody can read this. */
    disabledReason?: string;
  };

/** A button. `type` is "button" unless said otherwise, so that none submits a form by accident. */
export function Button({
  variant,
  size,
  pending = false,
  disabledReason,
  className,
  children,
  type = "button",
  onClick,
  ...rest
}: ButtonProps) {
  const reasonId = useId();
  const inert = pending || disabledReason !== undefined;
  const click = (event: MouseEvent<HTMLButtonElement>) => {
    if (inert) event.preventDefault();
    else onClick?.(event);
  };
  const button = (
    <button
      {...rest}
      type={type}
      onClick={click}
      aria-disabled={inert || undefined}
      aria-describedby={disabledReason === undefined ? rest["aria-describedby"] : reasonId}
      aria-busy={pending || undefined}
      className={buttonClass({ variant, size }, className)}
    >
      {pending ? (
        <>
          <span className="absolute inset-0 grid place-items-center">
            <Spinner />
          </span>
          <span className="inline-flex items-center gap-1.5 opacity-0">{children}</span>
        </>
      ) : (
        children
      )}
    </button>
  );
  if (disabledReason === undefined) return button;
  return (
    <>
      <Tooltip text={disabledReason}>{button}</Tooltip>
      <span id={reasonId} hidden>
        {disabledReason}
      </span>
    </>
  );
}
