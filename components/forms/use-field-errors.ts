"use client";

import { useMemo, useState } from "react";
import { useTranslations } from "@/lib/i18n/use-translations";
import type { AttributeSchema, AttributeValues } from "@/lib/provisioning/attribute-schema";
import type { ExtraErrors } from "@/lib/provisioning/ion-errors";
import { problemMessage } from "@/lib/provisioning/problem-message";
import { browserToday } from "@/lib/provisioning/today";
import { findProblems } from "@/lib/provisioning/validator";

/** One sentence and the property key it is about; the empty key stands for the whole form. */
export interface FieldError {
  key: string;
  message: string;
}

/**
 * What is wrong, and when to say it: a field speaks once it was left (`show`), all of them after a refused submit
 * (`showAll`), and what the server refused at once. A server's refusal goes when its field is changed (`forget`), since
 * what was refused is no longer there; it comes back only with a new `extraErrors` object.
 */
export function useFieldErrors(
  schema: AttributeSchema,
  values: AttributeValues,
  extraErrors: ExtraErrors | undefined,
) {
  const t = useTranslations("provisioning.errors");
  const [shown, setShown] = useState<ReadonlySet<string> | "all">(new Set());
  const [outdated, setOutdated] = useState<{ of: ExtraErrors | undefined; keys: readonly string[] }>();

  const found = useMemo((): FieldError[] => {
    const problems = findProblems(schema, values, { today: browserToday() });
    return problems.map((problem) => ({
      key: problem.key,
      message: problemMessage(problem, (code, params) => t(code, params)),
    }));
  }, [schema, values, t]);
  const outdatedKeys = outdated !== undefined && outdated.of === extraErrors ? outdated.keys : [];
  const refused = toList(extraErrors).filter(({ key }) => !outdatedKeys.includes(key));

  return {
    errorOf: (key: string) => {
      const isShown = shown === "all" || shown.has(key);
      const errors = [...refused, ...(isShown ? found : [])];
      return errors.find((error) => error.key === key)?.message;
    },
    /** Everything that stands in the way of sending, once sending was refused. */
    summary: [...refused, ...(shown === "all" ? found : [])],
    show: (key: string) => setShown((before) => (before === "all" ? before : new Set(before).add(key))),
    showAll: () => setShown("all"),
    forget: (key: string) => {
      const keys = refused
        .map((error) => error.key)
        .filter((refusedKey) => refusedKey === key || refusedKey === "");
      if (keys.length > 0) setOutdated({ of: extraErrors, keys: [...outdatedKeys, ...keys] });
    },
  };
}

function toList(extraErrors: ExtraErrors | undefined): FieldError[] {
  return Object.entries(extraErrors ?? {}).flatMap(([key, errors]) => {
    if (Array.isArray(errors)) return errors.map((message) => ({ key: "", message }));
    return (errors?.__errors ?? []).map((message) => ({ key, message }));
  });
}
