"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useRef, useState } from "react";
import { cartKeys } from "@/lib/carts/cart-keys";
import type { CartItemInput } from "@/lib/carts/inputs";
import type { ItemQuestions } from "@/lib/carts/item-questions";
import { useTranslations } from "@/lib/i18n/use-translations";
import type { AttributeValues } from "@/lib/provisioning/attribute-schema";
import { saveDraftAction } from "../actions";

const SAVE_DELAY_MS = 700;
const RETRY_DELAY_MS = 5_000;

export type DraftState =
  | { state: "clean" | "unsaved" | "saving" }
  | { state: "saved"; at: string }
  | { state: "failed"; reason: string };

/**
 * Answers that are kept while they are typed: a moment after the last key, when the panel closes, and when the page is
 * left. A save that failed is tried again by itself; what was typed stays either way.
 */
export function useDraft(line: CartItemInput, questions: ItemQuestions) {
  const t = useTranslations("errors");
  const queryClient = useQueryClient();
  const { customerId, cartId, cartItemId } = line;
  const [values, setValues] = useState<AttributeValues>(questions.answers);
  const [isConfirmed, setConfirmed] = useState(questions.isConfirmed);
  const [draft, setDraft] = useState<DraftState>(
    questions.savedAt ? { state: "saved", at: questions.savedAt } : { state: "clean" },
  );
  const latest = useRef({ values, isConfirmed, version: 0, saved: 0 });
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const { confirmationKey } = questions;

  /** The panel may be closed and opened again before the server is asked again. */
  const keep = useCallback(
    (known: Partial<ItemQuestions>) => {
      const key = cartKeys.questions(customerId, cartId, cartItemId);
      queryClient.setQueryData<ItemQuestions>(key, (now) => now && { ...now, ...known });
    },
    [queryClient, customerId, cartId, cartItemId],
  );

  const save = useCallback(async () => {
    clearTimeout(timer.current);
    const { values: sent, isConfirmed: confirmed, version, saved } = latest.current;
    if (version === saved) return;
    setDraft({ state: "saving" });
    const result = await saveDraftAction({
      customerId,
      cartId,
      cartItemId,
      values: { ...sent, [confirmationKey]: confirmed },
    }).catch(() => undefined);
    if (!result?.ok) {
      setDraft({ state: "failed", reason: result ? result.error.message : t("OFFLINE") });
      timer.current = setTimeout(save, RETRY_DELAY_MS);
      return;
    }
    latest.current.saved = version;
    keep({ savedAt: result.data.savedAt });
    if (latest.current.version === version) setDraft({ state: "saved", at: result.data.savedAt });
    else timer.current = setTimeout(save, SAVE_DELAY_MS);
  }, [customerId, cartId, cartItemId, confirmationKey, keep, t]);

  const change = (next: { values?: AttributeValues; isConfirmed?: boolean }) => {
    if (next.values) setValues(next.values);
    if (next.isConfirmed !== undefined) setConfirmed(next.isConfirmed);
    latest.current = { ...latest.current, ...next, version: latest.current.version + 1 };
    keep({ answers: latest.current.values, isConfirmed: latest.current.isConfirmed });
    setDraft({ state: "unsaved" });
    clearTimeout(timer.current);
    timer.current = setTimeout(save, SAVE_DELAY_MS);
  };

  useEffect(() => {
    const saveWhenHidden = () => {
      if (document.visibilityState === "hidden") void save();
    };
    document.addEventListener("visibilitychange", saveWhenHidden);
    return () => {
      document.removeEventListener("visibilitychange", saveWhenHidden);
      if (latest.current.version === latest.current.saved) return;
      void save().then(() => queryClient.invalidateQueries({ queryKey: cartKeys.one(customerId, cartId) }));
    };
  }, [save, queryClient, customerId, cartId]);

  return { values, isConfirmed, draft, change, save };
}
