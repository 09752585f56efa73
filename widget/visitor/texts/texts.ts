import type { Texts } from "./en";

/** A visitor fetches one language; the loader has begun to by the time we ask. */
const LANGUAGES: Record<string, () => Promise<{ texts: Texts }>> = {
  en: () => import("./en"),
  fr: () => import("./fr"),
};

/** As each language calls itself. */
export const languageNames: Record<string, string> = { en: "English", fr: "Français" };

/** The language we can speak on a page of this one. */
export const spoken = (language: string) => (languageNames[language] ? language : "en");

export const textsFor = async (language: string) => (await LANGUAGES[spoken(language)]!()).texts;
