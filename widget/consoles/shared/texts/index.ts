import { en, type Texts } from "./en";
import { fr } from "./fr";

export const languages = ["en", "fr"] as const;
export type Language = (typeof languages)[number];
export type { Texts };

export const textsOf: Record<Language, Texts> = { en, fr };
