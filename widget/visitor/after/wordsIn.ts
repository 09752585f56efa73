import { words as en } from "./en";
import { words as fr } from "./fr";
import type { After } from "./words";

const LANGUAGES: Record<string, After> = { en, fr };

/** Both languages come together: each is less than the request for it. */
export const wordsIn = (language: string) => LANGUAGES[language] ?? en;

/** Which sentence `mayPublish` with its second half is; as in the server's ConsentTexts. */
export const CONSENT = "2";
