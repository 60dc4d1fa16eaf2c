import {
  createTranslator,
  useLocale,
  useMessages,
  useTimeZone,
  type useTranslations as useTranslationsOfNextIntl,
} from "next-intl";

type UseTranslations = typeof useTranslationsOfNextIntl;
type Translator = ReturnType<UseTranslations>;

/** By texts, then by language, time zone and namespace. Texts are few and the same for everybody (texts-provider.tsx). */
const translators = new WeakMap<object, Map<string, Translator>>();

/**
 * next-intl's `useTranslations` with one translator for all components and, on the server, for all requests: a page has
 * hundreds of texts, and to make translators and to look each text up again took a tenth of the time that it is drawn in.
 */
export const useTranslations = ((namespace?: never) => {
  const [locale, messages, timeZone] = [useLocale(), useMessages(), useTimeZone()];
  const ofTexts = translators.get(messages) ?? new Map<string, Translator>();
  translators.set(messages, ofTexts);
  const key = `${locale} ${timeZone} ${namespace}`;
  const known = ofTexts.get(key);
  if (known) return known;
  const made = remembering(
    createTranslator({ locale, messages, namespace, ...(timeZone ? { timeZone } : {}) }),
  );
  ofTexts.set(key, made);
  return made;
}) as UseTranslations;

const MOST_TEXTS = 2_000;
/** Longer ones hold what somebody has typed, and are not asked for again and again. */
const LONGEST_NAME = 300;

/** Texts are made once, those with numbers and words in them as well: rows of a list ask for the same ones with each page. */
function remembering(translate: Translator): Translator {
  const made = new Map<string, string>();
  const remembered = (...asked: Parameters<Translator>): string => {
    const [key, values, formats] = asked;
    const name = formats ? undefined : nameOf(key, values);
    const known = name === undefined ? undefined : made.get(name);
    if (known !== undefined) return known;
    const text = translate(...asked);
    if (name !== undefined) {
      if (made.size >= MOST_TEXTS) made.clear();
      made.set(name, text);
    }
    return text;
  };
  const { rich, markup, raw, has } = translate;
  return Object.assign(remembered, { rich, markup, raw, has });
}

/** What a text with these values is remembered by; undefined where a value is more than a number or a few words. */
function nameOf(key: string, values: Record<string, unknown> = {}): string | undefined {
  let name = key;
  for (const part in values) {
    const value = values[part];
    if (typeof value !== "string" && typeof value !== "number") return undefined;
    name += `\u0000${part}\u0000${typeof value}\u0000${value}`;
  }
  return name.length > LONGEST_NAME ? undefined : name;
}
