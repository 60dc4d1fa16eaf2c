"use client";

import type { WidgetProps } from "@rjsf/utils";
import { useState } from "react";
import { Textarea } from "@/components/ui/textarea";
import type { FieldOptions } from "./field-options";

/** A longer text. */
export function TextareaWidget(props: WidgetProps) {
  const { value } = props;
  return (
    <TextBox
      {...props}
      text={typeof value === "string" ? value : ""}
      onText={(text) => props.onChange(text || undefined)}
    />
  );
}

/** A list of free texts, one a line. What is typed stays as typed; the value is its lines without empty ones. */
export function LinesWidget(props: WidgetProps) {
  const lines: unknown[] = Array.isArray(props.value) ? props.value : [];
  const outside = lines.join("\n");
  const [typed, setTyped] = useState(outside);
  const text = toLines(typed).join("\n") === outside ? typed : outside;
  const change = (next: string) => {
    setTyped(next);
    const entries = toLines(next);
    props.onChange(entries.length > 0 ? entries : undefined);
  };
  return <TextBox {...props} text={text} onText={change} />;
}

function TextBox({ text, onText, ...props }: WidgetProps & { text: string; onText: (text: string) => void }) {
  const options: FieldOptions = props.options;
  return (
    <Textarea
      id={props.id}
      name={props.name}
      value={text}
      placeholder={props.placeholder || undefined}
      autoComplete={options.autoComplete}
      spellCheck={!options.isCode}
      disabled={props.disabled}
      readOnly={props.readonly}
      aria-required={props.required || undefined}
      onChange={(event) => onText(event.target.value)}
      onBlur={() => props.onBlur(props.id, props.value)}
    />
  );
}

function toLines(text: string): string[] {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}
