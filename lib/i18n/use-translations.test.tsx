import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import type { Locale } from "./locales";
import { messagesOf, type Texts } from "./messages";
import { useTranslations } from "./use-translations";

type Translate = ReturnType<typeof useTranslations<"common">>;

function Asks({ onFound }: { onFound: (translate: Translate) => void }) {
  onFound(useTranslations("common"));
  return null;
}

/** What a component gets that asks for the common texts. */
function translatorIn(locale: Locale, messages: Texts = messagesOf(locale) as Texts): Translate {
  const found: Translate[] = [];
  renderToStaticMarkup(
    <NextIntlClientProvider locale={locale} timeZone="UTC" messages={messages}>
      <Asks onFound={(translate) => found.push(translate)} />
    </NextIntlClientProvider>,
  );
  const [translate] = found;
  if (!translate) throw new Error("nothing was drawn");
  return translate;
}

describe("useTranslations", () => {
  test("gives every component and every request the same translator", () => {
    expect(translatorIn("en")).toBe(translatorIn("en"));
  });

  test("keeps languages apart, also where their texts are the same object", () => {
    expect(translatorIn("en")("cancel")).toBe(messagesOf("en").common.cancel);
    expect(translatorIn("fr")("cancel")).toBe(messagesOf("fr").common.cancel);
    expect(translatorIn("fr", messagesOf("en"))).not.toBe(translatorIn("en"));
  });

  test("fills in the values it is given, each time, and gives a text without values each time", () => {
    const t = translatorIn("en");
    const counted = () => [1, 2, 0, 2].map((count) => t("optionCount", { count }));
    expect(counted()).toEqual(["1 result", "2 results", "No results", "2 results"]);
    expect(counted()).toEqual(["1 result", "2 results", "No results", "2 results"]);
    expect(["a", "b", "a"].map((name) => t("selectRow", { name }))).toEqual([
      "Select a",
      "Select b",
      "Select a",
    ]);
    expect([t("close"), t("close")]).toEqual(["Close", "Close"]);
  });

  test("knows which texts there are", () => {
    const t = translatorIn("en");
    expect(t.has("close")).toBe(true);
    expect(t.has("nothing")).toBe(false);
  });
});
