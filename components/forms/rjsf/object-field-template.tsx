"use client";

import type { ObjectFieldTemplateProps } from "@rjsf/utils";
import { type ReactNode, useId, useState } from "react";
import type { FieldGroup } from "@/lib/provisioning/form-ui";
import { useFormState } from "./form-state";

/** The questions in their sections. A question no section mentions stands at the end rather than nowhere. */
export function ObjectFieldTemplate({ properties, uiSchema }: ObjectFieldTemplateProps) {
  const groups: FieldGroup[] = uiSchema?.["ui:options"]?.groups ?? [];
  const content = new Map(
    properties.filter(({ hidden }) => !hidden).map(({ name, content }) => [name, content]),
  );
  const mentioned = new Set(groups.flatMap(({ keys }) => keys));
  const rest = [...content.keys()].filter((key) => !mentioned.has(key));
  const sections = rest.length > 0 ? [...groups, { id: "rest", keys: rest }] : groups;
  return (
    <div className="grid gap-6">
      {sections.map((group) => (
        <Group key={group.id} group={group}>
          {group.keys.map((key) => (
            <div key={key} className="grid min-w-0 has-[textarea]:sm:col-span-2">
              {content.get(key)}
            </div>
          ))}
        </Group>
      ))}
    </div>
  );
}

function Group({ group, children }: { group: FieldGroup; children: ReactNode }) {
  const fields = <div className="grid items-start gap-x-4 gap-y-4 sm:grid-cols-2">{children}</div>;
  if (group.collapsed) return <FoldedGroup group={group}>{fields}</FoldedGroup>;
  if (group.title === undefined) return fields;
  return (
    <fieldset className="min-w-0">
      <legend className="text-heading font-semibold wrap-anywhere">{group.title}</legend>
      {group.description && <p className="mt-0.5 max-w-prose text-table text-2">{group.description}</p>}
      <div className="mt-3">{fields}</div>
    </fieldset>
  );
}

/** A section most people skip. It opens by itself for an answer or an error inside it, and then stays open. */
function FoldedGroup({ group, children }: { group: FieldGroup; children: ReactNode }) {
  const { keysToShow } = useFormState();
  const [isOpen, setOpen] = useState(false);
  const titleId = useId();
  const isNeeded = group.keys.some((key) => keysToShow.has(key));
  return (
    <details open={isOpen || isNeeded} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="w-fit rounded-sm py-0.5 text-heading font-semibold">
        <span id={titleId}>{group.title ?? ""}</span>
      </summary>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset's legend can't be a summary */}
      <div role="group" aria-labelledby={titleId} className="mt-1 grid gap-3">
        {group.description && <p className="max-w-prose text-table text-2">{group.description}</p>}
        {children}
      </div>
    </details>
  );
}
