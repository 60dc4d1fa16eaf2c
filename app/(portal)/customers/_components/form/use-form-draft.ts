"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import type { UseFormReturn } from "react-hook-form";
import { z } from "zod";
import { type CustomerValues, customerValuesSchema } from "@/lib/customers/customer-values";

const draftSchema = z.object({
  values: customerValuesSchema,
  /** What Ion held when this was begun; an old start is needed to tell whose change is whose. */
  seen: customerValuesSchema.optional(),
  salesPeople: z.array(z.string()),
});
export type CustomerDraft = z.infer<typeof draftSchema>;

const WRITE_AFTER_MS = 400;

/**
 * Keeps what is typed in this tab's session storage, so that a reload, the back button or a sign-out on the way lose
 * nothing. `onRestore` gets a draft that was found; `discard` forgets it, also for good after a save.
 */
export function useFormDraft(
  key: string,
  form: UseFormReturn<CustomerValues>,
  extra: { seen: CustomerValues | undefined; salesPeople: string[] },
  isDirty: boolean,
  onRestore: (draft: CustomerDraft) => void,
): { restored: boolean; discard: () => void } {
  const [restored, setRestored] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const latest = useRef({ extra, onRestore, isDirty });
  latest.current = { extra, onRestore, isDirty };

  useEffect(() => {
    const draft = readDraft(key);
    if (!draft) return;
    latest.current.onRestore(draft);
    setRestored(true);
  }, [key]);

  const write = useCallback(() => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      if (!latest.current.isDirty) return;
      writeDraft(key, { values: form.getValues(), ...latest.current.extra });
    }, WRITE_AFTER_MS);
  }, [key, form]);

  useEffect(() => form.subscribe({ formState: { values: true }, callback: write }), [form, write]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the assignments are no field of the form and are kept too
  useEffect(write, [extra.salesPeople, write]);
  useEffect(() => () => clearTimeout(timer.current), []);

  const discard = useCallback(() => {
    clearTimeout(timer.current);
    setRestored(false);
    try {
      sessionStorage.removeItem(key);
    } catch {
      // Storage is off: there is nothing to forget.
    }
  }, [key]);
  return { restored, discard };
}

function readDraft(key: string): CustomerDraft | undefined {
  try {
    return draftSchema.safeParse(JSON.parse(sessionStorage.getItem(key) ?? "null")).data;
  } catch {
    return undefined;
  }
}

function writeDraft(key: string, draft: CustomerDraft): void {
  try {
    sessionStorage.setItem(key, JSON.stringify(draft));
  } catch {
    // Full or switched off: the form works without a draft.
  }
}
