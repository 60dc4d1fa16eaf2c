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

/** Texts without values are looked up once. */
function remembering(translate: Translator): Translator {
  const plain = new Map<string, string>();
  const remembered = (...asked: Parameters<Translator>): string => {
    const [key, values] = asked;
    if (values !== undefined) return translate(...asked);
    const text = plain.get(key) ?? translate(...asked);
    plain.set(key, text);
    return text;
  };
  const { rich, markup, raw, has } = translate;
  return Object.assign(remembered, { rich, markup, raw, has });
}
