"use client";

import type { WidgetProps } from "@rjsf/utils";
import type { ChangeEvent, ComponentProps } from "react";
import { Input } from "@/components/ui/input";
import { browserToday } from "@/lib/provisioning/today";
import type { FieldOptions } from "./field-options";

type InputType = "text" | "email" | "tel" | "date" | "password" | "number";

/** Attributes by kind of text. A number is a text with a number pad: a browser's number field swallows what it can't read. */
const ATTRIBUTES: Readonly<Record<InputType, ComponentProps<"input">>> = {
  text: { type: "text" },
  email: { type: "email", inputMode: "email", autoCapitalize: "none", spellCheck: false },
  tel: { type: "tel", inputMode: "tel" },
  date: { type: "date", className: "max-w-44" },
  password: { type: "password", autoCapitalize: "none", spellCheck: false },
  number: { type: "text", inputMode: "decimal", className: "max-w-44" },
};

const CODE: ComponentProps<"input"> = { autoCapitalize: "none", autoCorrect: "off", spellCheck: false };

function TextInput({ kind, ...props }: WidgetProps & { kind: InputType }) {
  const options: FieldOptions = props.options;
  const { suffix } = options;
  const change = (event: ChangeEvent<HTMLInputElement>) => {
    props.onChange(event.target.value === "" ? undefined : event.target.value);
  };
  const input = (
    <Input
      {...ATTRIBUTES[kind]}
      {...(options.isCode ? CODE : {})}
      {...(options.inputMode === undefined ? {} : { inputMode: options.inputMode })}
      {...(props.schema["x-ion-not-future"] ? { max: browserToday() } : {})}
      {...(suffix === undefined
        ? {}
        : { "aria-describedby": `${props.id}-suffix`, className: "rounded-r-none" })}
      id={props.id}
      name={props.name}
      value={toText(props.value)}
      placeholder={props.placeholder || undefined}
      autoComplete={options.autoComplete}
      disabled={props.disabled}
      readOnly={props.readonly}
      aria-required={props.required || undefined}
      onChange={change}
      onBlur={() => props.onBlur(props.id, props.value)}
    />
  );
  if (suffix === undefined) return input;
  return (
    <span className="flex">
      {input}
      <span
        id={`${props.id}-suffix`}
        className="flex items-center rounded-r border border-l-0 border-line-strong bg-surface-1 px-2.5 text-table text-2"
      >
        {suffix}
      </span>
    </span>
  );
}

function toText(value: unknown): string {
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}

export const TextWidget = (props: WidgetProps) => <TextInput {...props} kind="text" />;
export const EmailWidget = (props: WidgetProps) => <TextInput {...props} kind="email" />;
export const TelWidget = (props: WidgetProps) => <TextInput {...props} kind="tel" />;
export const DateWidget = (props: WidgetProps) => <TextInput {...props} kind="date" />;
export const PasswordWidget = (props: WidgetProps) => <TextInput {...props} kind="password" />;
export const NumberWidget = (props: WidgetProps) => <TextInput {...props} kind="number" />;

/** A fixed attribute: nothing to see, sent with the rest. */
export const HiddenWidget = () => null;
