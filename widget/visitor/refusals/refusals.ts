// Why something was turned down, in the visitor's words. Fetched when it is needed: most visits meet no refusal.
import type { State } from "../store/state";

const LANGUAGES: Record<string, () => Promise<{ refusals: Record<string, string | ((seconds: number) => string)> }>> = {
  en: () => import("./en"),
  fr: () => import("./fr"),
};

/** Our words, else the server's own sentence; without either the line is lost. */
export async function sentence({ texts, language }: Pick<State, "texts" | "language">, { code, message, retryAfter }: { code: string; message: string; retryAfter?: number | null }): Promise<string> {
  const words = code == "offline" ? null : await (LANGUAGES[language] ?? LANGUAGES.en!)().catch(() => null);
  const said = words?.refusals[code];
  return (typeof said == "function" ? said(retryAfter!) : said) ?? (message || texts.offline);
}
