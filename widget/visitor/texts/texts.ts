import type { Texts } from "./en";

/** A visitor fetches one language; the loader has begun to by the time we ask. */
const LANGUAGES: Record<string, () => Promise<{ texts: Texts }>> = {
  en: () => import("./en"),
  fr: () => import("./fr"),
};

export async function textsFor(language: string): Promise<Texts> {
  return (await (LANGUAGES[language] ?? LANGUAGES.en!)()).texts;
}
